import type { ActionStatus, StatusDetail } from "./action-status";

/** What a person picks: a status, or « task by task », which leaves the sub-action to its tasks. */
export type PickedStatus = {
  readonly status: ActionStatus["status"] | "by_task";
  /** Kept only with `detailed`. */
  readonly detail?: StatusDetail;
};

/** A status as it is kept: whether the action is concerned is apart from what is said of it. */
export type StoredStatus = {
  readonly progress: "done" | "planned" | "not_done" | "detailed" | "unfilled";
  readonly detail: StatusDetail | null;
  readonly concerned: boolean;
};
