import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { DatedStatus } from "./operation-status-on";

/** A suspension or the end of the convention, under way or announced. */
export type Ending = {
  readonly kind: "suspension" | "termination";
  /** First day of the suspension, or after the convention. */
  readonly effectDay: CivilDate;
  /** Only a letter or a request announces it: it does not hold yet. */
  readonly isAnnounced: boolean;
};

/**
 * The suspensions and ends that people have to be told of: those recorded that are not over on a day, and those that a
 * letter of the DSO or a request of ours announces, each once.
 *
 * @param statuses - In the order they were recorded.
 * @param announced - From letters that are not dealt with, and requests under way.
 */
export function listEndings(
  statuses: readonly DatedStatus[],
  announced: readonly Pick<Ending, "kind" | "effectDay">[],
  day: CivilDate,
): readonly Ending[] {
  const recorded = statuses.flatMap(({ status, from }): Ending[] => {
    if (status === "active") return [];
    const isOver = status === "suspended" && isLifted(statuses, from, day);
    const kind = status === "ended" ? "termination" : "suspension";
    return isOver ? [] : [{ kind, effectDay: from, isAnnounced: false }];
  });
  const told = new Map<string, Ending>();
  for (const each of [...recorded, ...announced.map((letter) => ({ ...letter, isAnnounced: true }))]) {
    const key = `${each.kind} ${each.effectDay}`;
    if (!told.has(key)) told.set(key, each);
  }
  return [...told.values()].toSorted((one, two) => (one.effectDay < two.effectDay ? -1 : 1));
}

// Whatever was decided for a later day that has come, or for the same day afterwards, ends it.
function isLifted(statuses: readonly DatedStatus[], from: CivilDate, day: CivilDate): boolean {
  const index = statuses.findLastIndex((each) => each.status === "suspended" && each.from === from);
  return statuses.some(
    (each, other) =>
      each.status === "active" && each.from <= day && (each.from > from || (each.from === from && other > index)),
  );
}
