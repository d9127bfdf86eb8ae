import "server-only";
import { findKeyVersion } from "@/lib/data/coefficient-versions";
import type { RecordedRequest } from "@/lib/data/convention-requests";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import { readRegistry } from "@/lib/data/registry";
import { DomainError } from "@/lib/domain/errors";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import { earliestWantedDay } from "@/lib/domain/requests/earliest-wanted-day";
import type { RequestKind } from "@/lib/domain/requests/request-kind";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { RequestOperation } from "./request-operation";

/** A metering point that a request may move, in the roles that go together. */
export type MovableSite = {
  readonly meteringPointId: string;
  readonly name: string;
  readonly prm: string;
  /** Both of a storage unit. */
  readonly roles: readonly PerimeterRole[];
  readonly move: "entry" | "exit";
  /** In the request that is written over, else planned in the registry already. */
  readonly isChosen: boolean;
};

/** A consumer that the coefficients of a request may name. */
export type SharedSite = {
  readonly meteringPointId: string;
  readonly name: string;
  readonly prm: string;
  /** Takes part as a consumer today, and will unless the request makes it leave. */
  readonly isConsumer: boolean;
  /** In the request or the version that is gone on with, else in the key in force; null when neither has one. [ppm] */
  readonly ppm: number | null;
};

export type RequestForm = {
  readonly earliest: CivilDate;
  /** Proposed. */
  readonly wantedDay: CivilDate;
  readonly kindInForce: CoefficientKind;
  readonly movable: readonly MovableSite[];
  readonly shared: readonly SharedSite[];
  /** Of the key that the request carries. */
  readonly keyKind: CoefficientKind | null;
};

/**
 * What the form of a request starts with: what the registry plans, the values in force, the first day possible.
 *
 * @param request - The one that is written over; null: a new one.
 * @param versionId - A version of the key whose values a new request starts with.
 * @throws {DomainError} UNKNOWN_KEY.
 */
export async function readRequestForm(
  { id, sheet }: RequestOperation,
  kind: RequestKind,
  today: CivilDate,
  request: RecordedRequest | null,
  versionId?: string,
): Promise<RequestForm> {
  const keyId = request?.keyId ?? versionId ?? null;
  const [points, registry, key] = await Promise.all([
    listMeteringPoints(id),
    readRegistry(id),
    keyId === null ? null : findKeyVersion(id, keyId),
  ]);
  if (versionId !== undefined && !key) throw new DomainError("UNKNOWN_KEY", "the operation has no such key");
  const earliest = earliestWantedDay(kind, today, sheet.holidayRegion);
  const wantedDay = request?.wantedDay ?? laterOf(key?.from ?? earliest, earliest);
  const inForce = registry.keys.find((each) => isAttachedOn(each, wantedDay));
  const source = key?.kind === "static" ? key : inForce?.kind === "static" ? inForce : null;
  return {
    earliest,
    wantedDay,
    kindInForce: inForce?.kind ?? "default",
    movable: kind === "perimeter" ? points.flatMap((point) => listMovable(point, today, request)) : [],
    shared: points
      .filter(({ peakPowerW, isStorage, attachments }) => mayConsume({ peakPowerW, isStorage, attachments }))
      .map(({ id: meteringPointId, name, prm, attachments }) => ({
        meteringPointId,
        name,
        prm,
        isConsumer: attachments.some((stay) => stay.role === "consumer" && isAttachedOn(stay, today)),
        ppm: source && (source.ppmByConsumer.get(meteringPointId) ?? 0),
      })),
    keyKind: key?.kind ?? null,
  };
}

const laterOf = (one: CivilDate, two: CivilDate): CivilDate => (one > two ? one : two);

const mayConsume = ({
  peakPowerW,
  isStorage,
  attachments,
}: Pick<MeteringPointSheet, "peakPowerW" | "isStorage" | "attachments">): boolean =>
  isStorage || peakPowerW === null || attachments.some(({ role }) => role === "consumer");

function listMovable(
  point: MeteringPointSheet,
  today: CivilDate,
  request: RecordedRequest | null,
): readonly MovableSite[] {
  const { id: meteringPointId, name, prm, attachments, isStorage } = point;
  const isIn = (role: PerimeterRole) => attachments.some((stay) => stay.role === role && isAttachedOn(stay, today));
  const isPlanned = (role: PerimeterRole, move: MovableSite["move"]) =>
    attachments.some((stay) => stay.role === role && (move === "entry" ? stay.from > today : leavesAfter(stay, today)));
  const isAsked = (role: PerimeterRole, move: MovableSite["move"]) =>
    request === null
      ? isPlanned(role, move)
      : request.lines.some(
          (line) => line.meteringPointId === meteringPointId && line.role === role && line.move === move,
        );
  const groups: readonly (readonly PerimeterRole[])[] = isStorage
    ? [["consumer", "producer"]]
    : rolesOf(point).map((role) => [role]);
  return groups.map((roles) => {
    const move = roles.every(isIn) ? "exit" : "entry";
    return { meteringPointId, name, prm, roles, move, isChosen: roles.some((role) => isAsked(role, move)) };
  });
}

const leavesAfter = (stay: MeteringPointSheet["attachments"][number], today: CivilDate): boolean =>
  stay.from <= today && stay.toExclusive !== null && stay.toExclusive > today;

// Who has never taken part says by its panels what it is.
function rolesOf({ attachments, peakPowerW }: MeteringPointSheet): readonly PerimeterRole[] {
  const had = new Set(attachments.map(({ role }) => role));
  if (had.size > 0) return [...had];
  return peakPowerW === null ? ["consumer"] : ["producer"];
}
