import { type LetterRow, toLetter } from "@/lib/data/convention-letters";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import { listLetterDuties } from "@/lib/domain/letters/list-letter-duties";
import { describeLetterKind } from "@/lib/format/describe-letter";

/** The deadlines a letter gives rise to. */
export function letterEvents(row: LetterRow, region: HolidayRegion): readonly DeadlineEvent[] {
  const prm = row.point && `PRM ${row.point.prm}`;
  const kind = [describeLetterKind(row.kind), ...(prm ? [prm] : [])].join(", ");
  return listLetterDuties(toLetter(row), row.facts, region).map((duty) => ({
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
