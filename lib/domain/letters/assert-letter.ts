import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { ConventionLetter } from "./convention-letter";
import { LETTER_KINDS, type LetterField } from "./letter-kinds";

/**
 * Refuses a letter that lacks what follows something, or that arrives before it is sent, or in the future.
 *
 * @throws {DomainError} LETTER_INCOMPLETE or INVALID_LETTER_DAYS, beside the field.
 */
export function assertLetter(
  letter: Pick<ConventionLetter, "kind" | "receivedDay" | "sentDay" | "effectDay"> & {
    readonly meteringPointId: string | null;
  },
  today: CivilDate,
): void {
  const { kind, receivedDay, sentDay, effectDay, meteringPointId } = letter;
  const told: Readonly<Record<LetterField, unknown>> = { meteringPoint: meteringPointId, sentDay, effectDay };
  const missing = LETTER_KINDS[kind].asks.find((field) => told[field] === null);
  if (missing) {
    const field = missing === "meteringPoint" ? "meteringPointId" : missing;
    throw new DomainError("LETTER_INCOMPLETE", `a letter ${kind} says its ${missing}`, { details: { field } });
  }
  if (receivedDay > today) {
    throw new DomainError("DAY_IN_FUTURE", "received in the future", { details: { field: "receivedDay" } });
  }
  if (sentDay !== null && sentDay > receivedDay) {
    throw new DomainError("INVALID_LETTER_DAYS", "sent after it arrived", { details: { field: "sentDay" } });
  }
}
