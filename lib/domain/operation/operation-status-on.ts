import type { CivilDate } from "@/lib/domain/time/civil-date";

/** Whether the convention is performed (art. 8.5, 8.6): suspended it is not, for now; ended, never again. */
export type OperationStatus = "active" | "suspended" | "ended";

/** What was decided for a day and those after it. */
export type DatedStatus = { readonly from: CivilDate; readonly status: OperationStatus };

/**
 * Where the convention of an operation stands on a day.
 *
 * @param statuses - In the order they were recorded: of several for one day, the last one holds.
 * @returns What was decided for the latest day that has come; `from` null: active since the start. Nothing follows an end.
 */
export function operationStatusOn(
  statuses: readonly DatedStatus[],
  day: CivilDate,
): { readonly status: OperationStatus; readonly from: CivilDate | null } {
  const standing = statuses
    .filter(({ from }) => from <= day)
    .toSorted((one, two) => (one.from < two.from ? -1 : Number(one.from > two.from)));
  return standing.find(({ status }) => status === "ended") ?? standing.at(-1) ?? { status: "active", from: null };
}
