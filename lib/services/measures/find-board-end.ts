import "server-only";
import { findMeasuredPeriod } from "@/lib/data/load-curve-days";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";

/**
 * The first day of which nothing is expected yet: measures of a period are sent after its end, so that its days are not
 * missing while it runs. Days that came all the same are shown.
 *
 * @param finishedEnd - End of the last finished period; null before there is one.
 */
export async function findBoardEnd(
  operationId: AuthorizedOperationId,
  { today, finishedEnd }: { readonly today: CivilDate; readonly finishedEnd: CivilDate | null },
): Promise<CivilDate | null> {
  const measured = await findMeasuredPeriod(operationId);
  const receivedEnd = measured && addDays(measured.lastDay, 1);
  const end = [finishedEnd, receivedEnd]
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  if (end === undefined) return null;
  return end < today ? end : today;
}
