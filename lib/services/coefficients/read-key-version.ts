import "server-only";
import { findRequestOfKey, type KeyRequest } from "@/lib/data/convention-requests";
import { findHolidayRegion } from "@/lib/data/holiday-region";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { compareKeys, type KeyComparison, type KeyDifference } from "@/lib/domain/coefficients/compare-keys";
import { earliestEffectDay } from "@/lib/domain/coefficients/earliest-effect-day";
import { keyBefore } from "@/lib/domain/coefficients/key-before";
import { lastSendingDay } from "@/lib/domain/coefficients/last-sending-day";
import { requiresNotice } from "@/lib/domain/coefficients/requires-notice";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { readKeyVersions, type ShownVersion } from "./read-key-versions";

export type NamedDifference = KeyDifference & { readonly prm: string; readonly name: string };

/** One version of the key, what it follows, and what it changes. */
export type KeyVersionSheet = {
  readonly version: ShownVersion;
  /** The version it was made from. */
  readonly source: ShownVersion | null;
  /** Those it can be compared with, latest first. */
  readonly others: readonly ShownVersion[];
  /** The one it is compared with: as asked, else the one it follows, else its source. */
  readonly compared: ShownVersion | null;
  readonly comparison: Omit<KeyComparison, "lines"> & { readonly lines: readonly NamedDifference[] };
  /** Notice to the DSO (art. 4.2 and 4.3); null when none is due. */
  readonly notice: {
    /** First day that a sending on the day asked about reaches. */
    readonly earliest: CivilDate;
    /** Last day to send for the first day it is wanted. */
    readonly lastSendingDay: CivilDate;
    readonly isTooShort: boolean;
  } | null;
  /** The kind of request that would ask for it. */
  readonly requestKind: "static_values" | "coefficient_kind";
  /** A request that carries it and is neither in effect nor withdrawn. */
  readonly request: KeyRequest | null;
};

const NOTHING = { kind: "static", ppmByConsumer: new Map() } as const;

/**
 * The sheet of a version on a day.
 *
 * @param comparedId - The version to compare it with; one that does not exist counts as none.
 * @returns Null when the operation has no such version.
 */
export async function readKeyVersion(
  operationId: AuthorizedOperationId,
  keyId: string,
  day: CivilDate,
  comparedId?: string,
): Promise<KeyVersionSheet | null> {
  const [versions, points, region, request] = await Promise.all([
    readKeyVersions(operationId, day),
    listMeteringPoints(operationId),
    findHolidayRegion(operationId),
    findRequestOfKey(operationId, keyId),
  ]);
  const version = versions.find(({ id }) => id === keyId);
  if (!version) return null;
  const byId = (id: string | null | undefined) => versions.find((each) => each.id === id && id !== keyId) ?? null;
  const before = keyBefore(versions, keyId, version.from);
  const source = byId(version.sourceKeyId);
  const compared = byId(comparedId) ?? before ?? source;
  const comparison = compareKeys(compared ?? NOTHING, version);
  const names = new Map(points.map((point) => [point.id, point]));
  const lines = comparison.lines.map((line) => {
    const { prm = "", name = "" } = names.get(line.meteringPointId) ?? {};
    return { ...line, prm, name };
  });
  const earliest = earliestEffectDay(day, region);
  return {
    version,
    source,
    others: versions.filter(({ id }) => id !== keyId),
    compared,
    comparison: { ...comparison, lines: lines.sort((a, b) => a.name.localeCompare(b.name, "fr")) },
    notice: requiresNotice(before?.kind ?? null, version.kind)
      ? { earliest, lastSendingDay: lastSendingDay(version.from, region), isTooShort: version.from < earliest }
      : null,
    requestKind: version.kind === "static" && before?.kind === "static" ? "static_values" : "coefficient_kind",
    request,
  };
}
