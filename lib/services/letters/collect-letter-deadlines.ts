import "server-only";
import { listWatchedLetters } from "@/lib/data/convention-letters";
import type { DeadlineCollector } from "@/lib/services/deadlines/deadline-collector";
import { letterEvents } from "./letter-events";

/** What the DSO's letters ask for, and what they announce. One query. */
export const collectLetterDeadlines: DeadlineCollector = async (operations, { today, since }) => {
  const regionOf = new Map(operations.map(({ id, sheet }) => [id as string, sheet.holidayRegion]));
  const ids = operations.map(({ id }) => id);
  const letters = await listWatchedLetters(ids, since);
  return letters
    .flatMap((row) => letterEvents(row, regionOf.get(row.operationId) ?? "metropolitan", today))
    .filter(({ doneOn }) => doneOn === null || doneOn >= since);
};
