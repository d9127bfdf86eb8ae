import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { classifySteps, type StepTariffs } from "./classify-steps";
import { sumByTariffPeriod } from "./sum-by-tariff-period";
import type { ScheduledPeriod } from "./tariff-periods";
import type { DatedTariffSchedule } from "./tariff-schedule";
import type { DatedTariffSeason } from "./tariff-season";

/** What a metering point used or gave in one role, and how much of it within the operation. [Wh per step] (T,) */
export type SharedCurve = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  /** Withdrawal or injection. */
  readonly energyWh: Float64Array;
  /** Self-consumed or self-produced. */
  readonly sharedWh: Float64Array;
};

/** The same, over one tariff period. [Wh] */
export type TariffTotals = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  /** Null: the steps that no off-peak hours are known for. */
  readonly period: ScheduledPeriod | null;
  /** `NaN` when a step is missing. */
  readonly energyWh: number;
  readonly sharedWh: number;
};

/** What is known of the off-peak hours of an operation. */
export type TariffKnowledge = {
  /** By metering point id. */
  readonly schedules: ReadonlyMap<string, readonly DatedTariffSchedule[]>;
  readonly seasons: readonly DatedTariffSeason[];
};

/**
 * Adds up the curves of a settlement by tariff period, metering point by metering point.
 *
 * The parts of a curve are its total to the last bit. A metering point without any schedule gives nothing; days without
 * one give a part of their own, unless nothing was used on them (it had not entered yet).
 *
 * @param axis - Of every curve, whole Paris days.
 */
export function breakDownCurves(
  curves: Iterable<SharedCurve>,
  axis: TimeAxis,
  { schedules, seasons }: TariffKnowledge,
): readonly TariffTotals[] {
  // Many metering points of a commune have the same hours.
  const known = new Map<string, StepTariffs>();
  const stepsOf = (own: readonly DatedTariffSchedule[]) => {
    const key = JSON.stringify(own.map(({ from, structure, ...hours }) => [from, structure, hours]));
    const steps = known.get(key) ?? classifySteps(axis, own, seasons);
    known.set(key, steps);
    return steps;
  };
  return [...curves].flatMap((curve) => {
    const own = schedules.get(curve.meteringPointId) ?? [];
    return own.length === 0 ? [] : breakDown(curve, stepsOf(own));
  });
}

function breakDown({ meteringPointId, role, energyWh, sharedWh }: SharedCurve, steps: StepTariffs): TariffTotals[] {
  const shared = sumByTariffPeriod(sharedWh, steps);
  return sumByTariffPeriod(energyWh, steps)
    .map((part, index) => ({
      meteringPointId,
      role,
      period: part.period,
      energyWh: part.energyWh ?? Number.NaN,
      sharedWh: shared[index]?.energyWh ?? Number.NaN,
    }))
    .filter((part, _, parts) => part.period !== null || part.energyWh !== 0 || parts.length === 1);
}
