import type { StatusDetail } from "./action-status";
import type { PickedStatus, StoredStatus } from "./stored-status";

const WHOLES: Readonly<Record<"done" | "planned" | "not_done", StatusDetail>> = {
  done: [1, 0, 0],
  planned: [0, 1, 0],
  not_done: [0, 0, 1],
};

/**
 * What is kept of a picked status. A detail that is wholly one value is that status; one sent with a plain status gives
 * way to it.
 */
export function storeStatus({ status, detail }: PickedStatus): StoredStatus {
  switch (status) {
    case "not_concerned":
      return { progress: "unfilled", detail: null, concerned: false };
    case "by_task":
    case "unfilled":
      return { progress: "unfilled", detail: null, concerned: true };
    case "detailed":
      return { ...collapse(detail), concerned: true };
    default:
      return { progress: status, detail: detail ? WHOLES[status] : null, concerned: true };
  }
}

function collapse(detail: StatusDetail | undefined): Pick<StoredStatus, "progress" | "detail"> {
  if (!detail) return { progress: "unfilled", detail: null };
  if (detail[0] === 1) return { progress: "done", detail: null };
  if (detail[1] === 1) return { progress: "planned", detail: null };
  return detail[2] === 1 ? { progress: "not_done", detail: null } : { progress: "detailed", detail };
}
