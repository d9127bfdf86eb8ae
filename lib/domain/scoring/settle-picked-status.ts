import type { ActionStatus } from "./action-status";
import { storeStatus } from "./store-status";
import type { PickedStatus } from "./stored-status";

/** The status that a pick comes down to: a detail that is wholly one value is that status, « task by task » is unfilled. */
export function settlePickedStatus(picked: PickedStatus): ActionStatus {
  const { progress, detail, concerned } = storeStatus(picked);
  if (!concerned) return { status: "not_concerned" };
  if (progress === "detailed" && detail) return { status: progress, detail };
  return { status: progress === "detailed" ? "unfilled" : progress };
}
