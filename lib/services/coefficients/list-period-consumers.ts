import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { Period } from "@/lib/domain/time/period";

/** A consumer of a period: a column of its file. */
export type PeriodConsumer = { readonly id: string; readonly prm: string; readonly name: string };

/** Every consumer that is in the perimeter on a day of a period: all of them have a column in annexe 5. */
export async function listPeriodConsumers(
  operationId: AuthorizedOperationId,
  { from, toExclusive }: Period,
): Promise<readonly PeriodConsumer[]> {
  const points = await listMeteringPoints(operationId);
  return points
    .filter(({ attachments }) =>
      attachments.some(
        (stay) =>
          stay.role === "consumer" && stay.from < toExclusive && (stay.toExclusive === null || stay.toExclusive > from),
      ),
    )
    .map(({ id, prm, name }) => ({ id, prm, name }));
}
