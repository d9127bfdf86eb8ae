import "server-only";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import {
  listRunPairs,
  listRunPointDays,
  listRunPoints,
  type RunPoint,
  type RunPointDay,
  type SettlementRunSummary,
} from "@/lib/data/settlement-runs";
import type { SettledCurves, SettledResults } from "@/lib/domain/comparison/settled-results";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { joinParisDays } from "@/lib/domain/series/join-paris-days";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { TimeAxis } from "@/lib/domain/time/time-axis";

/** What a run gave, as it is kept; of one metering point when asked. */
export async function readRunResults(
  operationId: AuthorizedOperationId,
  { id, period, stepMinutes }: Pick<SettlementRunSummary, "id" | "period" | "stepMinutes">,
  meteringPointId?: string,
): Promise<SettledResults> {
  const axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  const [points, days, pairs] = await Promise.all([
    listRunPoints(operationId, id),
    listRunPointDays(operationId, id, meteringPointId === undefined ? {} : { meteringPointId }),
    meteringPointId === undefined ? listRunPairs(operationId, id) : [],
  ]);
  const daysOf = new Map<string, RunPointDay[]>();
  for (const day of days) {
    const key = `${day.role}|${day.meteringPointId}`;
    const own = daysOf.get(key);
    if (own) own.push(day);
    else daysOf.set(key, [day]);
  }
  const curvesOf = (role: PerimeterRole) =>
    points
      .filter((point) => point.role === role)
      .flatMap((point) => {
        const own = daysOf.get(`${role}|${point.meteringPointId}`);
        return own ? [joinCurves(point, own, axis)] : [];
      });
  const [producers, consumers] = [curvesOf("producer"), curvesOf("consumer")];
  const energyOf = new Map(
    pairs.map(({ producerId, consumerId, energyWh }) => [`${producerId}|${consumerId}`, energyWh]),
  );
  const pairTotalsWh = producers.map((producer) =>
    Float64Array.from(
      consumers,
      (consumer) => energyOf.get(`${producer.meteringPointId}|${consumer.meteringPointId}`) ?? Number.NaN,
    ),
  );
  return { axis, producers, consumers, pairTotalsWh };
}

function joinCurves(
  { meteringPointId }: Pick<RunPoint, "meteringPointId">,
  days: readonly RunPointDay[],
  axis: TimeAxis,
): SettledCurves {
  const join = (curve: "energyWh" | "sharedWh") =>
    joinParisDays(
      days.map((day) => ({ day: day.day, stepMinutes: axis.stepMinutes, energyWh: day[curve] })),
      axis,
    ).energyWh;
  return { meteringPointId, energyWh: join("energyWh"), sharedWh: join("sharedWh") };
}
