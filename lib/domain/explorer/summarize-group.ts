import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import type { GroupCurve } from "./group-curve";
import { groupEnergy } from "./group-energy";

/** A group's curve in a few figures. */
export type GroupSummary = {
  /** Null as soon as a value is missing, never a smaller total; null too where nobody takes part. [Wh] */
  readonly totalWh: number | null;
  /** Sum over the steps at which every member is known. [Wh] */
  readonly knownWh: number;
  readonly knownCount: number;
  /** Steps at which a member lacks a value, has a corrected one, one given by a person. */
  readonly incompleteCount: number;
  readonly correctedCount: number;
  readonly manualCount: number;
  /** Over the known steps; null when there is none. [W] */
  readonly meanW: number | null;
  readonly minW: number | null;
  readonly maxW: number | null;
  /** Start of the first step at the highest power. [ms since 1970-01-01T00:00:00Z] */
  readonly maxAtMs: number | null;
};

/** Energy, extremes and corrections of a group's curve. */
export function summarizeGroup(group: GroupCurve): GroupSummary {
  const { axis } = group;
  const { energyWh } = groupEnergy(group);
  let [knownWh, knownCount, minWh, maxWh, maxAt] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (let t = 0; t < energyWh.length; t += 1) {
    const wh = energyWh[t] as number;
    if (Number.isNaN(wh)) continue;
    knownWh += wh;
    knownCount += 1;
    minWh = Math.min(minWh, wh);
    if (wh > maxWh) [maxWh, maxAt] = [wh, t];
  }
  const incompleteCount = countSteps(group.missingCount);
  const toPowerW = (wh: number) => (knownCount === 0 ? null : energyToPowerW(wh, axis.stepMinutes));
  return {
    totalWh: incompleteCount > 0 || knownCount === 0 ? null : knownWh,
    knownWh,
    knownCount,
    incompleteCount,
    correctedCount: countSteps(group.correctedCount),
    manualCount: countSteps(group.manualCount),
    meanW: toPowerW(knownWh / knownCount),
    minW: toPowerW(minWh),
    maxW: toPowerW(maxWh),
    maxAtMs: knownCount === 0 ? null : axis.startMs + maxAt * axis.stepMinutes * 60_000,
  };
}

function countSteps(counts: Uint16Array): number {
  return counts.reduce((sum, count) => sum + (count === 0 ? 0 : 1), 0);
}
