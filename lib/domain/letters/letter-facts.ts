import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What the operation holds that a letter asked for, or announced. */
export type LetterFacts = {
  /** The metering point is out from the letter's day on, or in. */
  readonly isExitRecorded: boolean;
  readonly isEntryRecorded: boolean;
  /** First key notified since the letter arrived; null: none was. */
  readonly keySentDay: CivilDate | null;
  /** The operation starts on the letter's day. */
  readonly isStartRecorded: boolean;
  /** A move of the anniversary was recorded since. */
  readonly isAnniversaryMoved: boolean;
};
