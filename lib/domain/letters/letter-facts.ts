import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What the operation holds that a letter asked for, or announced. */
export type LetterFacts = {
  /** The metering point is out from the letter's day on, or in. */
  readonly isExitRecorded: boolean;
  readonly isEntryRecorded: boolean;
  /** First key notified since the letter arrived; null: none was. */
  readonly keySentDay: CivilDate | null;
  /** The day the DSO accepted one of those; null: it has not. */
  readonly keyAnsweredDay: CivilDate | null;
  /** First days of the suspensions, or ends, that were recorded: of the kind the letter announces. */
  readonly endingDays: readonly CivilDate[];
  /** What the DSO told suppliers, producers and balance responsible parties of such an end, and when. */
  readonly dsoNotices: readonly { readonly effectDay: CivilDate; readonly toldDay: CivilDate }[];
  /** The operation starts on the letter's day. */
  readonly isStartRecorded: boolean;
  /** A move of the anniversary was recorded since. */
  readonly isAnniversaryMoved: boolean;
};
