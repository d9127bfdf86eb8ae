import type { ActionNote } from "./action-note";
import { type ActionGap, listActionGaps, type SaidPlan } from "./list-action-gaps";
import type { ActionCategory, ReferentialNode } from "./referential";
import { type ShownStatus, shownStatus } from "./shown-status";

/** A sub-action or a task, with all that is said of it. */
export type ActionRow = Pick<ReferentialNode, "id" | "number" | "title"> & {
  /** In the tree of the plan. */
  readonly index: number;
  /** Of the sub-action, which its tasks share. */
  readonly category: ActionCategory | null;
  readonly shown: ShownStatus;
  readonly hasTasks: boolean;
  /** Null: nothing is said beside the status. */
  readonly note: ActionNote | null;
  readonly gaps: readonly ActionGap[];
};

/** Every sub-action and task of a plan, in the order of the referential. */
export function listActionRows(root: ReferentialNode, plan: SaidPlan): readonly ActionRow[] {
  const rows: ActionRow[] = [];
  addRows(rows, root, null, plan);
  return rows;
}

function addRows(rows: ActionRow[], node: ReferentialNode, above: ActionCategory | null, plan: SaidPlan): void {
  const { tree, scores, statuses, notes } = plan;
  const index = tree.indexById.get(node.id) as number;
  const category = node.category ?? above;
  if ((tree.depths[index] as number) > tree.measureDepth) {
    rows.push({
      id: node.id,
      number: node.number,
      title: node.title,
      index,
      category,
      shown: shownStatus(tree, scores, statuses, index),
      hasTasks: node.children.length > 0,
      note: notes.get(node.id) ?? null,
      gaps: listActionGaps(plan, index),
    });
  }
  for (const child of node.children) addRows(rows, child, category, plan);
}
