import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { MissingMeasure } from "./find-missing-measures";
import type { MissingOfJob } from "./settlement-job";

/** What a settlement lacks, one entry for each metering point and role. */
export function groupMissingDays(missing: readonly MissingMeasure[]): readonly MissingOfJob[] {
  const groups = new Map<string, MissingOfJob & { readonly days: CivilDate[] }>();
  for (const { meteringPointId, role, day } of missing) {
    const key = `${meteringPointId}|${role}`;
    const group = groups.get(key) ?? { meteringPointId, role, days: [] };
    group.days.push(day);
    groups.set(key, group);
  }
  return [...groups.values()];
}
