import "server-only";
import type { PublicationWriting } from "@/lib/data/publications";
import { listDaysOfRuns } from "@/lib/data/publishable-months";
import type { AuthorizedOperationId } from "@/lib/data/scope";
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
      showsProduction: month.production === "shown",
      showsWithdrawal: month.withdrawal === "shown",
      clockHours: sumByClockHour(days.get(month.runId) ?? []),
    });
  }
}

function isNews({ judged, production, withdrawal }: PlannedMonth): boolean {
  return (
    judged === null ||
    judged.showsProduction !== (production === "shown") ||
    judged.showsWithdrawal !== (withdrawal === "shown")
  );
}
