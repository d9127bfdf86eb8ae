import "server-only";
import { listCurveDays } from "@/lib/data/load-curve-days";
import { listPublishedFigures } from "@/lib/data/published-figures";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { PublishedResults, ResultQuantity } from "@/lib/domain/comparison/published-results";
import { joinParisDays } from "@/lib/domain/series/join-paris-days";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import { groupByCurve } from "@/lib/services/measures/group-by-curve";
import { toOperationStep } from "@/lib/services/measures/to-operation-step";

const QUANTITIES: readonly ResultQuantity[] = ["self_consumed", "complement", "self_produced", "surplus"];

/**
 * What the operator published about a period, on the step of the settlement; of one metering point when asked.
 *
 * A curve of another step is brought to this one as measures are.
 */
export async function readPublishedResults(
  operationId: AuthorizedOperationId,
  period: Period,
  stepMinutes: number,
  meteringPointId?: string,
): Promise<PublishedResults> {
  const only = meteringPointId === undefined ? undefined : new Set([meteringPointId]);
  const [days, figures] = await Promise.all([
    listCurveDays(operationId, QUANTITIES, period, { only }),
    only ? [] : listPublishedFigures(operationId, period),
  ]);
  const axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  const daysOf = groupByCurve(days);
  const ids = [...new Set(days.map((day) => day.meteringPointId))];
  const curves = ids.flatMap((id) =>
    QUANTITIES.flatMap((quantity) => {
      const own = daysOf(id, quantity);
      if (own.length === 0) return [];
      const { energyWh } = joinParisDays(
        own.map((day) => toOperationStep(day, stepMinutes)),
        axis,
      );
      return [{ meteringPointId: id, quantity, energyWh }];
    }),
  );
  return { curves, figures };
}
