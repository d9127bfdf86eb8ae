import "server-only";
import type { PublicationWriting } from "@/lib/data/publications";
import { listDaysOfRuns } from "@/lib/data/publishable-months";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { shownSides } from "@/lib/domain/publishing/shown-sides";
import { sumByClockHour } from "@/lib/domain/publishing/sum-by-clock-hour";
import { type PlannedMonth, planPublication } from "./plan-publication";

/** Records, inside the transaction of a publication, what may be public of the closed periods and is not recorded yet. */
export async function publishMonths(operationId: AuthorizedOperationId, writing: PublicationWriting): Promise<void> {
  const { months } = await planPublication(operationId);
  const news = months.filter(isNews);
  const days = await listDaysOfRuns(
    operationId,
    news.map(({ runId }) => runId),
  );
  for (const month of news) {
    await writing.publishMonth({
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
    judged.showsShared !== shows.showsShared
  );
}
