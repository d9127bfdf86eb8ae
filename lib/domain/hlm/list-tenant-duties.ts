import type { Duty } from "@/lib/domain/correspondence/duty";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { TenantChange } from "./tenant-change";
import { tenantChangeState } from "./tenant-change-state";
import { tenantReturnDay } from "./tenant-return-day";

/**
 * What a change of tenant makes happen: the DSO tells of each of its two days within five working days, and the point comes
 * back by itself unless a refusal is reported before. A point that still waits on its day could not come back: somebody has to
 * see why.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.2.2.
 */
export function listTenantDuties(change: TenantChange, today: CivilDate): readonly Duty[] {
  const { endDay, endNoticeDay, serviceDay, serviceNoticeDay, refusalDay, abandonedDay } = change;
  const duties: Duty[] = [{ rule: "hlm-notice", anchorDay: endDay, doneOn: endNoticeDay ?? abandonedDay }];
  if (serviceDay === null) return duties;
  const state = tenantChangeState(change);
  const returnDay = tenantReturnDay(serviceDay);
  const doneOn = state === "refused" ? refusalDay : state === "abandoned" ? abandonedDay : null;
  return [
    ...duties,
    { rule: "hlm-notice", anchorDay: serviceDay, doneOn: serviceNoticeDay },
    state === "waiting" && returnDay <= today
      ? { rule: "hlm-return-blocked", anchorDay: returnDay, doneOn: null }
      : { rule: "hlm-return", anchorDay: serviceDay, doneOn },
  ];
}
