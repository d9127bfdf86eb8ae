import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { TenantChange, TenantMove } from "./tenant-change";
import { type TenantChangeState, tenantChangeState } from "./tenant-change-state";
import { tenantReturnDay } from "./tenant-return-day";

const FROM: Readonly<Record<TenantMove, readonly TenantChangeState[]>> = {
  notice: ["vacant", "waiting", "refused", "returned"],
  service: ["vacant"],
  refuse: ["waiting"],
  return: ["waiting"],
  abandon: ["vacant", "waiting"],
};

/**
 * Refuses what a change of tenant cannot undergo where it stands, or on that day.
 *
 * @param day - `notice`: the DSO told it; `service`: the contract is in service; `refuse`: the refusal reached the DSO; `return`: the day it is
 *   looked at; `abandon`: the day it is noted.
 * @throws {DomainError} TENANT_MOVE_REFUSED, whose `details` say the move and the state, also for a return before its day;
 *   TENANT_REFUSAL_TOO_LATE once the point is back: leaving is then asked for like any exit (art. 3.2.1);
 *   SERVICE_BEFORE_END when the next contract would begin before the former one ended.
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.2.2.
 */
export function assertTenantMove(change: TenantChange, move: TenantMove, day: CivilDate): void {
  const state = tenantChangeState(change);
  const returnDay = change.serviceDay && tenantReturnDay(change.serviceDay);
  const isTooLate = move === "refuse" && (state === "returned" || (state === "waiting" && day >= (returnDay ?? day)));
  if (isTooLate) {
    throw new DomainError("TENANT_REFUSAL_TOO_LATE", "the metering point is back", { details: { field: "day" } });
  }
  const isTold = move === "notice" && change.endNoticeDay !== null;
  if (isTold || !FROM[move].includes(state) || (move === "return" && returnDay !== null && day < returnDay)) {
    throw new DomainError("TENANT_MOVE_REFUSED", `a change of tenant that is ${state} cannot: ${move}`, {
      details: { move, state },
    });
  }
  const first = move === "service" ? change.endDay : move === "refuse" ? change.serviceDay : null;
  if (first !== null && day < first) {
    throw new DomainError("SERVICE_BEFORE_END", `what comes before it is of ${first}`, { details: { field: "day" } });
  }
}
