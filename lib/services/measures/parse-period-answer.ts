import { addDays, isCivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";

/** First and last day, as a person answers them (`2026-03-01/2026-03-31`); null for anything else. */
export function parsePeriodAnswer(text: string): Period | null {
  const [first = "", last = "", ...more] = text.split("/");
  if (more.length > 0 || !isCivilDate(first) || !isCivilDate(last) || last < first) return null;
  return { from: first, toExclusive: addDays(last, 1) };
}
