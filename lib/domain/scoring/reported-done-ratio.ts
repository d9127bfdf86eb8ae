import type { ReportedAction } from "./climate-report";

/**
 * Which part of a reported plan is done, from 0 to 1, by the rule of {@link doneRatio}: in points, or in tasks where there
 * are no points to earn.
 *
 * @param actions - Every node, the root first.
 */
export function reportedDoneRatio(actions: readonly Pick<ReportedAction, "score" | "shown" | "detail">[]): number {
  const root = actions[0]?.score;
  if (!root) return 0;
  if (root.potentialPoints > 0) return root.donePoints / root.potentialPoints;
  // What another node answers for is not shown as done: no task counts twice.
  const doneTasks = actions.reduce(
    (sum, { score, shown, detail }) => sum + doneOf(shown, detail) * score.totalTasks,
    0,
  );
  return doneTasks / root.totalTasks;
}

function doneOf(shown: ReportedAction["shown"], detail: ReportedAction["detail"]): number {
  if (shown === "detailed") return detail?.[0] ?? 0;
  return shown === "done" ? 1 : 0;
}
