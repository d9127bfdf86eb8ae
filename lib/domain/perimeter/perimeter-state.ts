import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Stay } from "./changed-days";
import { isAttachedOn } from "./is-attached-on";

/** Where a metering point stands on a day: taking part, with or without a known end; to come; gone; never attached. */
export type PerimeterState = "attached" | "leaving" | "planned" | "left" | "never";

/** Where a metering point stands on a day, by all of its stays. */
export function perimeterState(stays: readonly Stay[], day: CivilDate): PerimeterState {
  const current = stays.filter((stay) => isAttachedOn(stay, day));
  if (current.length > 0) return current.every(({ toExclusive }) => toExclusive !== null) ? "leaving" : "attached";
  if (stays.some(({ from }) => from > day)) return "planned";
  return stays.length > 0 ? "left" : "never";
}
