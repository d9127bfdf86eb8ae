import "server-only";
import { type Consultation, insertConsultation } from "@/lib/data/consultations";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";

/** Some 3 MB: a day of a few hundred users. One that was forgotten costs a query that changes nothing. */
const REMEMBERED = 20_000;

const recorded = new Set<string>();

/**
 * Writes down that somebody looked at something, the first time on that day by each way, so that a nightly key hides no person; this process remembers what it has written.
 *
 * It is awaited where access is proven: what could not be written down is not shown.
 */
export async function recordConsultation(seen: Omit<Consultation, "day" | "at">, now: Date): Promise<void> {
  const day = parisCivilDate(now.getTime());
  const key = `${day} ${seen.actor.userId} ${seen.actor.via} ${seen.objectType} ${seen.objectId}`;
  if (recorded.has(key)) return;
  await insertConsultation({ ...seen, day, at: now });
  if (recorded.size >= REMEMBERED) recorded.delete(recorded.values().next().value ?? key);
  recorded.add(key);
}
