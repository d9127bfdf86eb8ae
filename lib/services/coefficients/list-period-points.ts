import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { Period } from "@/lib/domain/time/period";

/** A site of a period, as it is named on a screen. */
export type PeriodPoint = { readonly id: string; readonly prm: string; readonly name: string };

export type PeriodPoints = {
  /** All of them have a column in annexe 5. */
  readonly consumers: readonly PeriodPoint[];
  readonly producers: readonly PeriodPoint[];
};

/** Everybody who is in the perimeter on a day of a period, by name; a storage unit is on both sides. */
export async function listPeriodPoints(
  operationId: AuthorizedOperationId,
  { from, toExclusive }: Period,
): Promise<PeriodPoints> {
  const points = await listMeteringPoints(operationId);
  const having = (role: PerimeterRole) =>
    points
      .filter(({ attachments }) =>
        attachments.some(
          (stay) =>
            stay.role === role && stay.from < toExclusive && (stay.toExclusive === null || stay.toExclusive > from),
        ),
      )
      .map(({ id, prm, name }) => ({ id, prm, name }));
  return { consumers: having("consumer"), producers: having("producer") };
}
