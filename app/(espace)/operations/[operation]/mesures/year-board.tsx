import type { Route } from "next";
import { CompletenessBoard } from "@/components/measures/completeness-board";
import { PageSection } from "@/components/ui/page-section";
import { addDays, type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { encodeCompleteness } from "@/lib/format/completeness-codes";
import { formatPeriod } from "@/lib/format/format-date";
import type { AuthorizedOperation } from "@/lib/server/access";
import { today } from "@/lib/server/today";
import { readCompletenessBoard } from "@/lib/services/measures/read-completeness-board";

/** Thirteen months, so that the month of last year stands beside this one; nothing before the operation. */
export async function YearBoard({ operation }: { operation: AuthorizedOperation }) {
  const { slug, startDay, stepMinutes } = operation.sheet;
  const end = await today();
  const yearAgo = firstDayLastYear(end);
  const from = startDay > yearAgo ? startDay : yearAgo;
  if (from >= end) return null;
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
