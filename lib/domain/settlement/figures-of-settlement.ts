import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { listParisDays, type ParisDaySpan } from "@/lib/domain/time/list-paris-days";
import type { PointDayFigures, PointFigures, RunFigures } from "./run-figures";
import type { SettledPoint, Settlement } from "./settlement";
import { totalsOfSettlement } from "./totals-of-settlement";

/** What a settlement says, as a run would keep it. Views of its curves, not copies. */
export function figuresOfSettlement(settlement: Settlement): RunFigures {
  const { axis, producers, consumers, pairTotalsWh } = settlement;
  const spans = listParisDays(axis);
  const points = [
    ...producers.map((point) => ({ role: "producer" as const, point })),
    ...consumers.map((point) => ({ role: "consumer" as const, point })),
  ];
  return {
    totals: totalsOfSettlement(settlement),
    points: points.map(
      ({ role, point }): PointFigures => ({
        meteringPointId: point.meteringPointId,
        role,
        energyWh: point.totalEnergyWh,
        sharedWh: point.totalSharedWh,
        correctedSteps: point.correctedSteps,
      }),
    ),
    pairs: producers.flatMap((producer, i) =>
      consumers.map((consumer, j) => ({
        producerId: producer.meteringPointId,
        consumerId: consumer.meteringPointId,
        energyWh: pairTotalsWh[i]?.[j] as number,
      })),
    ),
    days: spans.map(({ day, start, length }) => ({
      day,
      productionWh: settlement.productionWh.subarray(start, start + length),
      withdrawalWh: settlement.withdrawalWh.subarray(start, start + length),
      selfConsumedWh: settlement.selfConsumedWh.subarray(start, start + length),
    })),
    pointDays: points.flatMap(({ role, point }) => spans.map((span) => ({ role, ...pointDay(point, span) }))),
  };
}

function pointDay(point: SettledPoint, { day, start, length }: ParisDaySpan): Omit<PointDayFigures, "role"> {
  const end = start + length;
  const origins = point.origin.subarray(start, end);
  const shares = point.defaultShares?.subarray(start, end);
  return {
    meteringPointId: point.meteringPointId,
    day,
    energyWh: point.energyWh.subarray(start, end),
    sharedWh: point.sharedWh.subarray(start, end),
    origins: origins.every((origin) => origin === STEP_ORIGIN.measured) ? null : origins,
    defaultShares: !shares || shares.every((share) => Number.isNaN(share)) ? null : shares,
  };
}
