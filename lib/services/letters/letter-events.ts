import { type LetterRow, toLetter } from "@/lib/data/convention-letters";
import type { Duty } from "@/lib/domain/correspondence/duty";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import { listLetterDuties } from "@/lib/domain/letters/list-letter-duties";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { describeLetterKind } from "@/lib/format/describe-letter";

/** The deadlines a letter gives rise to on a day; once what it announces has taken effect, nobody owes a notice of it. */
export function letterEvents(row: LetterRow, region: HolidayRegion, today: CivilDate): readonly DeadlineEvent[] {
  const prm = row.point && `PRM ${row.point.prm}`;
  const kind = [describeLetterKind(row.kind), ...(prm ? [prm] : [])].join(", ");
  const isOwed = ({ rule, anchorDay, doneOn }: Duty) => rule !== "end-notice" || doneOn !== null || anchorDay > today;
  const duties = listLetterDuties(toLetter(row), row.facts, region).filter(isOwed);
  return duties.map((duty) => ({
    ...duty,
    operationId: row.operationId,
    subject: {
      id: row.id,
      text: duty.rule === "letter" || duty.rule === "end-notice-participants" ? kind : (prm ?? ""),
      namesPerson: row.point !== null,
    },
    path: `/echeances/courriers/${row.id}`,
  }));
}
