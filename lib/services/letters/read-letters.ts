import "server-only";
import {
  findLetter,
  isLetterMove,
  type LetterRow,
  listLetters,
  listWatchedLetters,
  toLetter,
} from "@/lib/data/convention-letters";
import type { CorrespondenceEventRow } from "@/lib/data/correspondence-events";
import type { ListPage } from "@/lib/data/list-page";
import type { Deadline } from "@/lib/domain/deadlines/deadline";
import { deriveDeadline } from "@/lib/domain/deadlines/derive-deadline";
import type { LetterMove } from "@/lib/domain/letters/convention-letter";
import { letterEffectDay } from "@/lib/domain/letters/letter-effect-day";
import { type LetterState, letterState } from "@/lib/domain/letters/letter-state";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { DatedOperation, ReadOperation } from "@/lib/services/complaints/read-complaints";
import { hideWords } from "@/lib/services/correspondence/hide-words";
import { type CutPage, cutPage } from "@/lib/services/cut-page";
import { hideSubject } from "@/lib/services/deadlines/hide-subject";
import { letterEvents } from "./letter-events";

/**
 * A letter with where it stands, what is to be done first, and when what it announces takes effect. Who may not read words
 * is given neither its reference nor the metering point of a resident.
 */
export type ReadLetter = LetterRow & {
  readonly state: LetterState;
  /** What somebody still has to do, or what is about to take place; null: nothing. */
  readonly deadline: Deadline | null;
  /** As the convention counts it, or as the letter says; null: nothing takes effect. */
  readonly takesEffectOn: CivilDate | null;
  /** Its events, known to be steps of a letter; oldest first. */
  readonly steps: readonly (CorrespondenceEventRow & { readonly step: LetterMove | "document" })[];
};

/** A page of the letters of an operation, latest first, as they stand on a day. */
export async function readLetters(
  operation: ReadOperation,
  today: CivilDate,
  { before, limit }: ListPage,
): Promise<CutPage<ReadLetter>> {
  const found = await listLetters(operation.id, { before, limit: limit + 1 });
  const { rows, next } = cutPage(found, limit);
  return { rows: rows.map((row) => judge(row, today, operation)), next };
}

/** The letters that may still ask for something or announce it, latest first: kinds and days, without words. */
export async function readStandingLetters(operation: DatedOperation, today: CivilDate): Promise<readonly ReadLetter[]> {
  const rows = await listWatchedLetters([operation.id], today);
  return rows.map((row) => judge(row, today, { ...operation, mayReadWords: false }));
}

/** One letter; null when the operation has none of this id. */
export async function readLetter(
  operation: ReadOperation,
  letterId: string,
  today: CivilDate,
): Promise<ReadLetter | null> {
  const row = await findLetter(operation.id, letterId);
  return row && judge(row, today, operation);
}

function judge(row: LetterRow, today: CivilDate, { sheet, mayReadWords }: ReadOperation): ReadLetter {
  const letter = toLetter(row);
  const region = sheet.holidayRegion;
  const events = mayReadWords ? row.events : row.events.map(hideWords);
  const deadlines = letterEvents(row, region, today).map((event) => deriveDeadline(event, today, region));
  const running = deadlines.find(({ state }) => state.kind !== "done") ?? null;
  return {
    ...row,
    ...(!mayReadWords && { reference: null, point: row.point?.isPersonal ? null : row.point }),
    events,
    state: letterState(letter, row.facts, today),
    deadline: running && (mayReadWords ? running : hideSubject(running)),
    takesEffectOn: letterEffectDay(letter, region),
    steps: events.flatMap((event) => {
      const { step } = event;
      return step === "document" || isLetterMove(step) ? [{ ...event, step }] : [];
    }),
  };
}
