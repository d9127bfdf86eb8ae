import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { Period } from "@/lib/domain/time/period";

/** A consumer of a period, a column of its file; or a producer. */
export type PeriodConsumer = { readonly id: string; readonly prm: string; readonly name: string };

/** Every consumer that is in the perimeter on a day of a period: all of them have a column in annexe 5. */
export function listPeriodConsumers(
  operationId: AuthorizedOperationId,
  period: Period,
): Promise<readonly PeriodConsumer[]> {
  return listPeriodPoints(operationId, period, "consumer");
}

/** Every metering point that has a role on a day of a period. */
export async function listPeriodPoints(
  operationId: AuthorizedOperationId,
  { from, toExclusive }: Period,
  role: PerimeterRole,
): Promise<readonly PeriodConsumer[]> {
  const points = await listMeteringPoints(operationId);
  return points
    .filter(({ attachments }) =>
      attachments.some(
        (stay) =>
          stay.role === role && stay.from < toExclusive && (stay.toExclusive === null || stay.toExclusive > from),
      ),
    )
    .map(({ id, prm, name }) => ({ id, prm, name }));
}
