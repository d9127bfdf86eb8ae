import type { ActionStatus } from "./action-status";
import type { ReportedAction, ReportedNote } from "./climate-report";
import type { NodeScore } from "./node-score";
import type { ActionCategory } from "./referential";
import type { ScoringTree } from "./scoring-tree";
import { shownStatus } from "./shown-status";

/** A plan on some day: scored now, or kept. All by id. */
export type PlanState = {
  readonly tree: ScoringTree;
  readonly scores: Readonly<Record<string, NodeScore>>;
  readonly statuses: ReadonlyMap<string, ActionStatus>;
  readonly texts: ReadonlyMap<string, { readonly title: string | null; readonly category: ActionCategory | null }>;
  readonly notes: ReadonlyMap<string, ReportedNote>;
  readonly evidence: ReadonlyMap<string, readonly string[]>;
};

/** Every node of a plan with what is said of it, in the order of the referential. */
export function listReportedActions(state: PlanState): readonly ReportedAction[] {
  const { tree, scores, statuses, texts, notes, evidence } = state;
  const root = tree.ids[0] ?? "";
  const concerned = Uint8Array.from(tree.ids, (id) => (scores[id]?.concerned ? 1 : 0));
  return tree.ids.flatMap((id, index) => {
    const score = scores[id];
    if (!score) return [];
    const depth = tree.depths[index] as number;
    const level = levelOf(depth, tree.measureDepth);
    const isAnswerable = level === "sub_action" || level === "task";
    const status = statuses.get(id);
    return {
      id,
      number: id === root ? "" : id.slice(root.length + 1),
      title: texts.get(id)?.title ?? null,
      level,
      depth,
      category: texts.get(id)?.category ?? null,
      score,
      shown: isAnswerable ? shownStatus(tree, { concerned }, statuses, index) : null,
      detail: status?.status === "detailed" ? status.detail : null,
      note: notes.get(id) ?? null,
      evidence: evidence.get(id) ?? [],
    };
  });
}

function levelOf(depth: number, measureDepth: number): ReportedAction["level"] {
  if (depth === 0) return "root";
  if (depth < measureDepth) return "group";
  if (depth === measureDepth) return "measure";
  return depth === measureDepth + 1 ? "sub_action" : "task";
}
