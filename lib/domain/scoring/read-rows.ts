import { DomainError } from "@/lib/domain/errors";
import type { ActionStatus } from "./action-status";
import type { AnsweredRows } from "./answered-rows";
import { detailOf } from "./detail-of";
import type { ScoringTree } from "./scoring-tree";

/**
 * Puts the statuses of a collectivity in the order of a tree.
 *
 * @throws {DomainError} UNKNOWN_NODE; STATUS_ABOVE_SUB_ACTION for a measure or what groups measures; INVALID_DETAIL when
 *   three parts do not make up 1.
 */
export function readRows(tree: ScoringTree, statuses: ReadonlyMap<string, ActionStatus>): AnsweredRows {
  const size = tree.ids.length;
  const rows: AnsweredRows = {
    concernedRow: new Uint8Array(size),
    filled: new Uint8Array(size),
    outRow: new Uint8Array(size),
    done: new Float64Array(size),
    planned: new Float64Array(size),
    notDone: new Float64Array(size),
  };
  for (const [id, status] of statuses) writeRow(rows, placeOf(tree, id), id, status);
  return rows;
}

function placeOf(tree: ScoringTree, id: string): number {
  const index = tree.indexById.get(id);
  if (index === undefined) throw new DomainError("UNKNOWN_NODE", "a status of no node", { details: { node: id } });
  if ((tree.depths[index] as number) <= tree.measureDepth) {
    throw new DomainError("STATUS_ABOVE_SUB_ACTION", "only sub-actions and tasks are answered", {
      details: { node: id },
    });
  }
  return index;
}

function writeRow(rows: AnsweredRows, index: number, id: string, status: ActionStatus): void {
  if (status.status === "not_concerned") {
    rows.outRow[index] = 1;
    return;
  }
  rows.concernedRow[index] = 1;
  const detail = detailOf(status, id);
  if (!detail) return;
  rows.filled[index] = 1;
  rows.done[index] = detail[0];
  rows.planned[index] = detail[1];
  rows.notDone[index] = detail[2];
}
