import { DomainError } from "@/lib/domain/errors";
import type { ActionStatus, StatusDetail } from "./action-status";

/** Percentages typed by hand and thirds in binary both make up the whole. */
const TOLERANCE = 1e-6;

const WHOLE: Readonly<Partial<Record<ActionStatus["status"], StatusDetail>>> = {
  done: [1, 0, 0],
  planned: [0, 1, 0],
  not_done: [0, 0, 1],
};

/**
 * The parts of an action that are done, planned and not done; null when its status says nothing of them.
 *
 * @param id - The action, for the error.
 * @throws {DomainError} INVALID_DETAIL when a part is no number from 0 to 1, or the three do not make up 1.
 */
export function detailOf(status: ActionStatus, id: string): StatusDetail | null {
  if (status.status !== "detailed") return WHOLE[status.status] ?? null;
  const { detail } = status;
  const sum = detail[0] + detail[1] + detail[2];
  if (!(detail.every((part) => part >= 0 && part <= 1) && Math.abs(sum - 1) <= TOLERANCE)) {
    throw new DomainError("INVALID_DETAIL", "done, planned and not done make up 1", {
      details: { node: id, found: detail.join(" ; ") },
    });
  }
  return detail;
}
