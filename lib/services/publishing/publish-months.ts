import "server-only";
import type { PublicationWriting } from "@/lib/data/publications";
import { isSameGroup } from "@/lib/domain/publishing/is-same-group";
import { shownSides } from "@/lib/domain/publishing/shown-sides";
import { sumByClockHour } from "@/lib/domain/publishing/sum-by-clock-hour";
import { type PlannedMonth, planPublication } from "./plan-publication";

/**
 * Records, inside the transaction of what it follows from, what may be public of the closed periods: those that are not
 * recorded yet, and those that are judged otherwise or have others behind them now.
 */
export async function publishMonths({ source, publishMonth }: PublicationWriting): Promise<void> {
  const { months } = await planPublication(source);
  const news = months.filter(isNews);
  const days = await source.listDays(news.map(({ runId }) => runId));
  for (const month of news) {
    await publishMonth({
      ...month,
      ...shownSides(month),
      clockHours: sumByClockHour(days.get(month.runId) ?? []),
    });
  }
}

function isNews({ judged, ...month }: PlannedMonth): boolean {
  const shows = shownSides(month);
  return (
    judged === null ||
    judged.showsProduction !== shows.showsProduction ||
    judged.showsWithdrawal !== shows.showsWithdrawal ||
    judged.showsShared !== shows.showsShared ||
    !isSameGroup(judged.group, month.group)
  );
}
