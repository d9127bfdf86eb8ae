import "server-only";
import { findLetter, isLetterMove, type LetterRow, listLetters, toLetter } from "@/lib/data/convention-letters";
import type { CorrespondenceEventRow } from "@/lib/data/correspondence-events";
import type { Deadline } from "@/lib/domain/deadlines/deadline";
import { deriveDeadline } from "@/lib/domain/deadlines/derive-deadline";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import type { LetterMove } from "@/lib/domain/letters/convention-letter";
import { letterEffectDay } from "@/lib/domain/letters/letter-effect-day";
import { type LetterState, letterState } from "@/lib/domain/letters/letter-state";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { DatedOperation } from "@/lib/services/complaints/read-complaints";
import { letterEvents } from "./letter-events";

/** A letter with where it stands, what is to be done first, and when what it announces takes effect. */
export type ReadLetter = LetterRow & {
  readonly state: LetterState;
  /** What somebody still has to do, or what is about to take place; null: nothing. */
  readonly deadline: Deadline | null;
  /** As the convention counts it, or as the letter says; null: nothing takes effect. */
  readonly takesEffectOn: CivilDate | null;
  /** Its events, known to be steps of a letter; oldest first. */
  readonly steps: readonly (CorrespondenceEventRow & { readonly step: LetterMove | "document" })[];
};

/** The letters of an operation, latest first, as they stand on a day. */
export async function readLetters({ id, sheet }: DatedOperation, today: CivilDate): Promise<readonly ReadLetter[]> {
  return (await listLetters([id])).map((row) => judge(row, today, sheet.holidayRegion));
}

/** One letter; null when the operation has none of this id. */
export async function readLetter(
  { id, sheet }: DatedOperation,
  letterId: string,
  today: CivilDate,
): Promise<ReadLetter | null> {
  const row = await findLetter(id, letterId);
  return row && judge(row, today, sheet.holidayRegion);
}

function judge(row: LetterRow, today: CivilDate, region: HolidayRegion): ReadLetter {
  const letter = toLetter(row);
  const deadlines = letterEvents(row, region).map((event) => deriveDeadline(event, today, region));
  return {
    ...row,
    state: letterState(letter, row.facts, today),
    deadline: deadlines.find(({ state }) => state.kind !== "done") ?? null,
    takesEffectOn: letterEffectDay(letter, region),
    steps: row.events.flatMap((event) => {
      const { step } = event;
      return step === "document" || isLetterMove(step) ? [{ ...event, step }] : [];
    }),
  };
}
