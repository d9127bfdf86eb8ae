import { type LetterRow, toLetter } from "@/lib/data/convention-letters";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import { listLetterDuties } from "@/lib/domain/letters/list-letter-duties";
import { describeLetterKind } from "@/lib/format/describe-letter";

/** The deadlines a letter gives rise to. */
export function letterEvents(row: LetterRow, region: HolidayRegion): readonly DeadlineEvent[] {
  const kind = describeLetterKind(row.kind);
  return listLetterDuties(toLetter(row), row.facts, region).map((duty) => ({
    ...duty,
    operationId: row.operationId,
    subject: {
      id: row.id,
      text: row.point === null ? kind : `${kind}, PRM ${row.point.prm}`,
      namesPerson: row.point !== null,
    },
    path: `/echeances/courriers/${row.id}`,
  }));
}
