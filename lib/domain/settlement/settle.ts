import { allocate } from "@/lib/domain/allocation/allocate";
import type { Allocation } from "@/lib/domain/allocation/allocation";
import { applicableCoefficients } from "@/lib/domain/coefficients/applicable-coefficients";
import type { Coefficients } from "@/lib/domain/coefficients/coefficients";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { listStretches, type Stretch } from "./list-stretches";
import type { SettledPoint, Settlement, SettlementInput, SettlementPoint } from "./settlement";
import type { SettlementRule } from "./settlement-rule";
import { type StretchSteps, stretchAxis } from "./stretch-axis";
import { writeDefaultShares } from "./write-default-shares";

/**
 * Shares a whole period: each stretch by its own key and perimeter, then put together.
 *
 * On the days a metering point is out of the perimeter its energy counts as 0,
 * not as missing: it belongs to somebody else's accounts.
 *
 * @param input - Corrected curves on one axis; not modified.
 * @throws {DomainError} as `allocate` does; a missing value inside the perimeter
 *   spreads: ask `findMissingMeasures` first.
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.2, 4, 5.2.1 and annexe 7.
 */
export function settle(input: SettlementInput): Settlement {
  const { axis, period, keys, attachments, deliveries, holidayRegion: region = "metropolitan" } = input;
  const producers = input.producers.map((point) => openPoint(point, axis));
  const consumers = input.consumers.map((point) => openPoint(point, axis));
  const pairTotalsWh = producers.map(() => new Float64Array(consumers.length));
  const ids = {
    producerIds: producers.map(({ meteringPointId }) => meteringPointId),
    consumerIds: consumers.map(({ meteringPointId }) => meteringPointId),
  };
  const notified = { period, steps: axis.length, deliveries, consumerIds: new Set(ids.consumerIds), region };
  const rules: SettlementRule[] = [];
  for (const stretch of listStretches(period, keys, attachments)) {
    const part = stretchAxis(stretch, axis);
    const production = counted(producers, "producer", stretch, part);
    const withdrawal = counted(consumers, "consumer", stretch, part);
    const { coefficients, rule } = applicableCoefficients({ stretch, ...part, ...ids, notified });
    rules.push(rule);
    keepDefaultShares(coefficients, withdrawal, consumers, part);
    const allocation = allocate({ axis: part.axis, production, withdrawal, coefficients });
    for (const [i, point] of producers.entries()) {
      point.sharedWh.set(allocation.producers[i]?.selfProducedWh ?? [], part.start);
    }
    for (const [j, point] of consumers.entries()) {
      point.sharedWh.set(allocation.consumers[j]?.selfConsumedWh ?? [], part.start);
    }
    addPairs(pairTotalsWh, allocation);
  }
  return {
    axis,
    rules,
    producers: producers.map(closePoint),
    consumers: consumers.map(closePoint),
    pairTotalsWh,
    productionWh: sumSteps(producers, axis, "energyWh"),
    withdrawalWh: sumSteps(consumers, axis, "energyWh"),
    selfConsumedWh: sumSteps(consumers, axis, "sharedWh"),
  };
}

type OpenPoint = Pick<SettledPoint, "meteringPointId" | "energyWh" | "sharedWh" | "origin"> & {
  readonly defaultShares: Float64Array;
  hasDefaultShares: boolean;
};

function openPoint({ meteringPointId, curve }: SettlementPoint, axis: TimeAxis): OpenPoint {
  return {
    meteringPointId,
    energyWh: curve.energyWh.slice(),
    sharedWh: new Float64Array(axis.length),
    origin: curve.origin.slice(),
    defaultShares: new Float64Array(axis.length).fill(Number.NaN),
    hasDefaultShares: false,
  };
}

// Outside the perimeter a point's energy is set to 0 here, once, so that what is
// stored, shown and shared is the same figure.
function counted(
  points: readonly OpenPoint[],
  role: PerimeterRole,
  stretch: Stretch,
  part: StretchSteps,
): EnergySeries[] {
  const attached = new Set(
    stretch.attachments.filter((attachment) => attachment.role === role).map(({ meteringPointId }) => meteringPointId),
  );
  return points.map(({ meteringPointId, energyWh, origin }) => {
    const view = energyWh.subarray(part.start, part.end);
    if (!attached.has(meteringPointId)) {
      view.fill(0);
      origin.fill(STEP_ORIGIN.measured, part.start, part.end);
    }
    return { axis: part.axis, energyWh: view };
  });
}

function keepDefaultShares(
  coefficients: Coefficients,
  withdrawal: readonly EnergySeries[],
  consumers: readonly OpenPoint[],
  { start, end }: StretchSteps,
): void {
  const shares = consumers.map(({ defaultShares }) => defaultShares.subarray(start, end));
  if (!writeDefaultShares(coefficients, withdrawal, shares)) return;
  for (const consumer of consumers) consumer.hasDefaultShares = true;
}

function addPairs(totals: readonly Float64Array[], { pairTotalsWh }: Allocation): void {
  for (const [i, row] of totals.entries()) {
    for (let j = 0; j < row.length; j += 1) row[j] = (row[j] as number) + (pairTotalsWh[i]?.[j] as number);
  }
}

function closePoint({ hasDefaultShares, defaultShares, ...point }: OpenPoint): SettledPoint {
  return {
    ...point,
    defaultShares: hasDefaultShares ? defaultShares : null,
    totalEnergyWh: sumEnergy(point.energyWh).totalWh ?? Number.NaN,
    totalSharedWh: sumEnergy(point.sharedWh).totalWh ?? Number.NaN,
    correctedSteps: point.origin.filter((origin) => origin !== STEP_ORIGIN.measured).length,
  };
}

function sumSteps(points: readonly OpenPoint[], axis: TimeAxis, curve: "energyWh" | "sharedWh"): Float64Array {
  const sumWh = new Float64Array(axis.length);
  for (const point of points) {
    const values = point[curve];
    for (let t = 0; t < sumWh.length; t += 1) sumWh[t] = (sumWh[t] as number) + (values[t] as number);
  }
  return sumWh;
}
