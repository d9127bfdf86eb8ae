import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { OwnDate, OwnKey, OwnStay } from "./own-registry";

/**
 * What is to come for a participant, the next first: entries and exits of his metering points, coefficients that begin
 * to hold, the end of the current month, the end of a consent.
 *
 * An exit is told by the first day that no longer counts, the end of a month and of a consent by their last day.
 *
 * @param consentEnds - First day that each of his consents no longer counts.
 */
export function listOwnDates({
  stays,
  keys,
  consentEnds,
  currentPeriod,
  today,
}: {
  readonly stays: readonly OwnStay[];
  readonly keys: readonly OwnKey[];
  readonly consentEnds: readonly CivilDate[];
  /** Null before the operation begins. */
  readonly currentPeriod: Period | null;
  readonly today: CivilDate;
}): readonly OwnDate[] {
  const dates: OwnDate[] = [
    ...stays.map(({ from, prm }): OwnDate => ({ day: from, kind: "entry", prm })),
    ...stays.flatMap(({ toExclusive, prm }): readonly OwnDate[] =>
      toExclusive === null ? [] : [{ day: toExclusive, kind: "exit", prm }],
    ),
    ...keys.map(({ from }): OwnDate => ({ day: from, kind: "key", prm: null })),
    ...consentEnds.map((day): OwnDate => ({ day: addDays(day, -1), kind: "consent_end", prm: null })),
  ];
  const isThere = stays.some(({ from, toExclusive }) => from <= today && (toExclusive === null || toExclusive > today));
  if (isThere && currentPeriod) {
    dates.push({ day: addDays(currentPeriod.toExclusive, -1), kind: "period_end", prm: null });
  }
  const toCome = dates.filter(({ day, kind }) => (kind === "period_end" ? day >= today : day > today));
  return toCome.toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}
