/** Which part of an action is done, planned, not done: each from 0 to 1, together 1. */
export type StatusDetail = readonly [done: number, planned: number, notDone: number];

/**
 * What a collectivity says of a sub-action or a task.
 *
 * `unfilled` is a kept answer, « concerned, nothing said yet »: unlike no answer at all it keeps a sub-action concerned
 * when all its tasks are out.
 */
export type ActionStatus =
  | { readonly status: "done" | "planned" | "not_done" | "unfilled" | "not_concerned" }
  | { readonly status: "detailed"; readonly detail: StatusDetail };
