import "server-only";
import { listLatestRunDays } from "@/lib/data/latest-run-days";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { averageSeasonDays } from "@/lib/domain/dashboard/average-season-days";
import type { TypicalDay } from "@/lib/domain/dashboard/typical-day";
import type { Period } from "@/lib/domain/time/period";

/** The typical day of each season of a window, from the stored curves of its latest runs. [Wh per half-hour] */
export async function readTypicalDays(
  operationId: AuthorizedOperationId,
  window: Period,
): Promise<readonly TypicalDay[]> {
  return averageSeasonDays(await listLatestRunDays(operationId, window));
}
