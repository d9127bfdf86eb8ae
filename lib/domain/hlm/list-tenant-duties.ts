import type { Duty } from "@/lib/domain/correspondence/duty";
import type { TenantChange } from "./tenant-change";
import { tenantChangeState } from "./tenant-change-state";

/**
 * What a change of tenant makes happen: the DSO tells of each of its two days within five working days, and the point comes
 * back by itself unless a refusal is reported before.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.2.2.
 */
export function listTenantDuties(change: TenantChange): readonly Duty[] {
  const { endDay, endNoticeDay, serviceDay, serviceNoticeDay, refusalDay, abandonedDay } = change;
  const duties: Duty[] = [{ rule: "hlm-notice", anchorDay: endDay, doneOn: endNoticeDay }];
  if (serviceDay === null) return duties;
  const state = tenantChangeState(change);
  const doneOn = state === "refused" ? refusalDay : state === "abandoned" ? abandonedDay : null;
  return [
    ...duties,
    { rule: "hlm-notice", anchorDay: serviceDay, doneOn: serviceNoticeDay },
    { rule: "hlm-return", anchorDay: serviceDay, doneOn },
  ];
}
