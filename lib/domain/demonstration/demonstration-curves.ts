import { buildingWithdrawal } from "@/lib/domain/profiles/building-withdrawal";
import { solarInjection } from "@/lib/domain/profiles/solar-injection";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import { powerToEnergyWh } from "@/lib/domain/series/power-to-energy-wh";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { blankGaps } from "./blank-gaps";
import type { DemonstrationMeteringPoint } from "./demonstration-metering-points";
import { DEMONSTRATION_OPERATION } from "./demonstration-operation";

/** What one meter of the demonstration operation measured. */
export type DemonstrationCurve = {
  readonly meteringPoint: DemonstrationMeteringPoint;
  readonly quantity: "withdrawal" | "injection";
  readonly series: EnergySeries;
};

/**
 * The measured curves of the demonstration operation: whole watts as a meter reports them, with its gaps.
 *
 * Always the same values for the same instants, whatever the axis they are asked on.
 *
 * @param axis - Any axis; the operation has been measured over `DEMONSTRATION_OPERATION.measured`.
 * @returns One curve per metering point, in their order. [Wh per step] (axis.length,) each
 * @throws {DomainError} INVALID_STEP when the axis's step does not divide the hour.
 */
export function demonstrationCurves(axis: TimeAxis): readonly DemonstrationCurve[] {
  return DEMONSTRATION_OPERATION.meteringPoints.map((meteringPoint) => ({
    meteringPoint,
    quantity: meteringPoint.role === "producer" ? "injection" : "withdrawal",
    series: blankGaps(inWholeWatts(modelledSeries(meteringPoint, axis)), gapsOf(meteringPoint.prm)),
  }));
}

function modelledSeries(meteringPoint: DemonstrationMeteringPoint, axis: TimeAxis): EnergySeries {
  const { startDay, weatherSeed } = DEMONSTRATION_OPERATION;
  if (meteringPoint.role === "producer") return solarInjection({ ...meteringPoint, weatherSeed }, axis);
  const { buildingType, annualEnergyWh, seed } = meteringPoint;
  return buildingWithdrawal({ type: buildingType, annualEnergyWh, yearFrom: startDay, weatherSeed, seed }, axis);
}

function inWholeWatts({ axis, energyWh }: EnergySeries): EnergySeries {
  const { stepMinutes } = axis;
  const roundStep = (stepWh: number) => powerToEnergyWh(Math.round(energyToPowerW(stepWh, stepMinutes)), stepMinutes);
  return { axis, energyWh: energyWh.map(roundStep) };
}

function gapsOf(prm: string) {
  return DEMONSTRATION_OPERATION.gaps
    .filter((gap) => gap.prm === prm)
    .map(({ from, toExclusive }) => ({ fromMs: Date.parse(from), toExclusiveMs: Date.parse(toExclusive) }));
}
