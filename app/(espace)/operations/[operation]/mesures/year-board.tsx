import type { Route } from "next";
import { CompletenessBoard } from "@/components/measures/completeness-board";
import { PageSection } from "@/components/ui/page-section";
import { addDays, type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { encodeCompleteness } from "@/lib/format/completeness-codes";
import { formatPeriod } from "@/lib/format/format-date";
import type { AuthorizedOperation } from "@/lib/server/access";
import { periodsOf } from "@/lib/server/periods-of";
import { today } from "@/lib/server/today";
import { findBoardEnd } from "@/lib/services/measures/find-board-end";
import { readCompletenessBoard } from "@/lib/services/measures/read-completeness-board";

/** Thirteen months, so that the month of last year stands beside this one; nothing before the operation. */
export async function YearBoard({ operation }: { operation: AuthorizedOperation }) {
  const { slug, startDay, stepMinutes } = operation.sheet;
  const [now, periods] = await Promise.all([today(), periodsOf(operation)]);
  const finishedEnd = periods.find(({ state }) => state !== "running")?.period.toExclusive ?? null;
  const end = await findBoardEnd(operation.id, { today: now, finishedEnd });
  const yearAgo = firstDayLastYear(now);
  const from = startDay > yearAgo ? startDay : yearAgo;
  if (end === null || from >= end) return null;
  const { days, rows } = await readCompletenessBoard(operation.id, { from, toExclusive: end }, stepMinutes);
  if (rows.length === 0) return null;
  return (
    <PageSection title="Jour par jour, sur un an">
      <CompletenessBoard
        subtitle={formatPeriod(from, end)}
        days={days}
        fileName={`${slug}-completude-${from}-${addDays(end, -1)}`}
        rows={rows.map(({ id, name, prm, role, states }) => ({
          id,
          name,
          prm,
          role,
          codes: encodeCompleteness(states),
          href: `/operations/${slug}/mesures/prm/${prm}` as Route,
        }))}
      />
    </PageSection>
  );
}

function firstDayLastYear(day: CivilDate): CivilDate {
  const [year, month] = day.split("-");
  return civilDate(`${Number(year) - 1}-${month}-01`);
}
