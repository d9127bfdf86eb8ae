import { toEnergyUnit } from "@/lib/format/format-energy";
import type { EnergyDayStep } from "@/lib/format/read-energy-day";

export type DayPoint = {
  ms: number;
  step: EnergyDayStep;
  production: number | null;
  withdrawal: number | null;
  /** From and to, stacked. [kWh] */
  selfConsumed: [number, number] | null;
  complement: [number, number] | null;
  surplus: [number, number] | null;
};

/**
 * The points of a stepped curve: the middle of each step, so that the pointer and the arrow keys find it,
 * and both edges of every gap and of the day, so that a known step is drawn whole and a missing one not at all.
 */
export function toDayPoints(steps: readonly EnergyDayStep[]): DayPoint[] {
  return steps.flatMap((step, index) => {
    const isAfterEdge = index === 0 || isGapBetween(steps[index - 1], step);
    const isBeforeEdge = index === steps.length - 1 || isGapBetween(step, steps[index + 1]);
    const instants = [
      ...(isAfterEdge ? [step.startMs] : []),
      (step.startMs + step.endMs) / 2,
      ...(isBeforeEdge ? [index === steps.length - 1 ? step.endMs : step.endMs - 1] : []),
    ];
    return instants.map((ms) => toPoint(ms, step));
  });
}

function isGapBetween(a: EnergyDayStep | undefined, b: EnergyDayStep | undefined): boolean {
  return Boolean(a?.isMissing || b?.isMissing);
}

function toPoint(ms: number, step: EnergyDayStep): DayPoint {
  const { production, withdrawal, selfConsumed, complement, surplus } = step;
  return {
    ms,
    step,
    production: toEnergyUnit(production, "kWh"),
    withdrawal: toEnergyUnit(withdrawal, "kWh"),
    selfConsumed: band(0, selfConsumed),
    complement: band(selfConsumed, complement),
    surplus: band(selfConsumed, surplus),
  };
}

/** What stands on a base, in kWh; nothing when either is unknown. */
function band(baseWh: number | null, energyWh: number | null): [number, number] | null {
  return baseWh === null || energyWh === null ? null : [baseWh / 1000, (baseWh + energyWh) / 1000];
}
