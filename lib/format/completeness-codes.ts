import type { CompletenessState } from "@/lib/domain/measures/completeness-day";

/** One letter a day: a year of three hundred meters travels to the browser as a hundred kilobytes. */
const CODES: Readonly<Record<CompletenessState, string>> = {
  measured: "m",
  interpolated: "i",
  copied: "c",
  manual: "s",
  missing: "x",
  outside_perimeter: "-",
};

const STATES: ReadonlyMap<string, CompletenessState> = new Map(
  Object.entries(CODES).map(([state, code]) => [code, state as CompletenessState]),
);

/** The days of a row as one text. */
export function encodeCompleteness(states: readonly CompletenessState[]): string {
  return states.map((state) => CODES[state]).join("");
}

/** The state of one day of such a text. */
export function completenessAt(codes: string, day: number): CompletenessState {
  return STATES.get(codes[day] ?? "") ?? "outside_perimeter";
}

/** How many days of such a text are in each state. */
export function countCompleteness(codes: string): Readonly<Record<CompletenessState, number>> {
  const counts = { measured: 0, interpolated: 0, copied: 0, manual: 0, missing: 0, outside_perimeter: 0 };
  for (let day = 0; day < codes.length; day += 1) counts[completenessAt(codes, day)] += 1;
  return counts;
}
