import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Stay } from "./changed-days";
import { isAttachedOn } from "./is-attached-on";

/** The stay that tells who holds a metering point on a day: the one of the day, else the next, else the last. */
export function holderOn<T extends Stay>(stays: readonly T[], day: CivilDate): T | null {
  const inOrder = stays.toSorted((a, b) => a.from.localeCompare(b.from));
  const current = inOrder.find((stay) => isAttachedOn(stay, day));
  return current ?? inOrder.find(({ from }) => from > day) ?? inOrder.at(-1) ?? null;
}
