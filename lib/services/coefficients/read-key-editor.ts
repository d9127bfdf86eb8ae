import "server-only";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { findKeyVersion, type RecordedKey } from "@/lib/data/coefficient-versions";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** A consumer that a key may give a share. */
export type EditorRow = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  /** First day it counts. */
  readonly from: CivilDate;
  /** As entered. [Wh] */
  readonly annualWithdrawalWh: number | null;
  readonly subscribedPowerVa: number | null;
  readonly surfaceM2: number | null;
  /** In the draft, else in the key in force; null when neither has static values. [ppm] */
  readonly ppm: number | null;
};

export type KeyEditor = {
  readonly rows: readonly EditorRow[];
  readonly inForceKind: CoefficientKind | null;
  readonly draft: Pick<RecordedKey, "id" | "version" | "kind" | "from" | "unitPpm" | "reason"> | null;
  /** Shares of the draft, or of the key in force, whose consumers have left. [ppm] */
  readonly lostPpm: number;
};

/**
 * What the editor of a key begins with: everybody who consumes in the operation on a day or is going to.
 *
 * @param draftId - The draft to go on with; a new one begins as the key in force.
 * @throws {DomainError} UNKNOWN_KEY when it is no version of the operation; KEY_MOVE_REFUSED when it is no draft of a
 *   static or default key any more.
 */
export async function readKeyEditor(
  operationId: AuthorizedOperationId,
  day: CivilDate,
  draftId: string | undefined,
): Promise<KeyEditor> {
  const [points, keys, draft] = await Promise.all([
    listMeteringPoints(operationId),
    listCoefficientKeys(operationId),
    draftId === undefined ? null : findKeyVersion(operationId, draftId),
  ]);
  if (draft) assertEditable(draft);
  const inForce = keys.find((key) => isAttachedOn(key, day));
  const source = draft ?? inForce;
  const ppmByConsumer = source?.kind === "static" ? source.ppmByConsumer : null;
  const rows = points.flatMap(({ attachments, ...point }): readonly EditorRow[] => {
    const stay = attachments.find(
      ({ role, toExclusive }) => role === "consumer" && (toExclusive === null || toExclusive > day),
    );
    if (!stay) return [];
    const { id, prm, name, annualWithdrawalWh, subscribedPowerVa, surfaceM2 } = point;
    const ppm = ppmByConsumer ? (ppmByConsumer.get(id) ?? 0) : null;
    return [{ id, prm, name, from: stay.from, annualWithdrawalWh, subscribedPowerVa, surfaceM2, ppm }];
  });
  const shown = new Set(rows.map(({ id }) => id));
  const lost = [...(ppmByConsumer ?? [])].filter(([id]) => !shown.has(id));
  return {
    rows,
    inForceKind: inForce?.kind ?? null,
    draft: draft && {
      id: draft.id,
      version: draft.version,
      kind: draft.kind,
      from: draft.from,
      unitPpm: draft.unitPpm,
      reason: draft.reason,
    },
    lostPpm: lost.reduce((sum, [, ppm]) => sum + ppm, 0),
  };
}

function assertEditable({ kind, progress, isSuperseded }: RecordedKey): void {
  const isStill = progress === "draft" && !isSuperseded && (kind === "static" || kind === "default");
  if (!isStill) throw new DomainError("KEY_MOVE_REFUSED", "it is no draft of a static or default key any more");
}
