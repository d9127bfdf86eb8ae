import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * What holds on a day, of things that each hold until the next one.
 *
 * @param dated - In any order, one a day at most.
 * @returns Null before the first.
 */
export function inForceOn<T extends { readonly from: CivilDate }>(dated: readonly T[], day: CivilDate): T | null {
  let latest: T | null = null;
  for (const each of dated) {
    if (each.from <= day && (latest === null || each.from > latest.from)) latest = each;
  }
  return latest;
}
