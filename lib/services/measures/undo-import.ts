import "server-only";
import { randomUUID } from "node:crypto";
import { listChangedSince, undoMeasureImport } from "@/lib/data/measure-import-undo";
import { findMeasureImport } from "@/lib/data/measure-imports";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** Why an import cannot be taken back: a later one has changed these days. */
export type UndoObstacle = {
  readonly importId: string;
  readonly prm: string;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly dayCount: number;
};

/**
 * Takes an import back: what stood before each of its days stands again, as their latest version.
 *
 * @returns The id of the import that does it; null when the operation has none of this id.
 * @throws {DomainError} NOT_IMPORTED, UNDO_OF_UNDO, ALREADY_UNDONE; CHANGED_SINCE with what a later import has changed.
 */
export async function undoImport(
  operationId: AuthorizedOperationId,
  actor: Actor,
  importId: string,
): Promise<string | null> {
  const found = await findMeasureImport(operationId, importId);
  if (!found) return null;
  const undoId = randomUUID();
  const outcome = await undoMeasureImport(operationId, { importId, undoId, actor }, reportOfUndo);
  switch (outcome.status) {
    case "done":
      return undoId;
    case "not_done":
      throw new DomainError("NOT_IMPORTED", "the import was not written");
    case "is_undo":
      throw new DomainError("UNDO_OF_UNDO", "the import takes another one back");
    case "already_undone":
      throw new DomainError("ALREADY_UNDONE", "the import was taken back already");
    case "changed_since": {
      const [first] = await nameObstacles(operationId, outcome.since);
      throw new DomainError("CHANGED_SINCE", "a later import has changed days of it", { details: { ...first } });
    }
    case "figures_changed_since":
      throw new DomainError("CHANGED_SINCE", "a later import has changed figures of it", {
        details: { figureCount: outcome.figureCount },
      });
  }
}

/** What stands against taking an import back: nothing, where the list is empty. */
export async function listUndoObstacles(
  operationId: AuthorizedOperationId,
  importId: string,
): Promise<readonly UndoObstacle[]> {
  return nameObstacles(operationId, await listChangedSince(operationId, importId));
}

async function nameObstacles(
  operationId: AuthorizedOperationId,
  since: Awaited<ReturnType<typeof listChangedSince>>,
): Promise<readonly UndoObstacle[]> {
  if (since.length === 0) return [];
  const prms = new Map((await listMeteringPoints(operationId)).map(({ id, prm }) => [id, prm]));
  return since.map(({ importId, meteringPointId, firstDay, lastDay, dayCount }) => {
    return { importId, prm: prms.get(meteringPointId) ?? "", firstDay, lastDay, dayCount };
  });
}

function reportOfUndo(dayCount: number): ImportReport {
  return {
    files: [],
    questions: [],
    changes: [],
    totals: {
      fileCount: 0,
      valueCount: 0,
      missingCount: 0,
      newDayCount: 0,
      correctedDayCount: dayCount,
      unchangedDayCount: 0,
      figureCount: 0,
      newFigureCount: 0,
      correctedFigureCount: 0,
      errorCount: 0,
      warningCount: 0,
    },
  };
}
