import type { CurvePlotData } from "@/components/charts/curve-plot-data";
import { STATE_CODES } from "@/components/charts/curve-plot-data";
import type { LoadDuration } from "@/components/charts/load-duration-chart";
import type { WeekHours } from "@/components/charts/week-heat-map";
import type { CalendarGrain } from "@/lib/domain/explorer/calendar-grain";
import { chooseGrain } from "@/lib/domain/explorer/choose-grain";
import { downSample } from "@/lib/domain/explorer/down-sample";
import { downSampleGroup, type GroupBucket } from "@/lib/domain/explorer/down-sample-group";
import { groupEnergy } from "@/lib/domain/explorer/group-energy";
import { loadDurationCurve } from "@/lib/domain/explorer/load-duration-curve";
import { summarizeGroup } from "@/lib/domain/explorer/summarize-group";
import { weeklyProfile } from "@/lib/domain/explorer/weekly-profile";
import { type CurveStyle, curveStyles } from "@/lib/format/curve-colors";
import { describeCurve } from "@/lib/format/describe-curve";
import { formatEnergy } from "@/lib/format/format-energy";
import { MAX_POINTS } from "@/lib/services/measures/max-points";
import type { Explorer, ExplorerCurve } from "@/lib/services/measures/read-explorer";

const MAX_STAIRS = 300;

/** What a plot along the time draws: at most {@link MAX_POINTS} stretches a curve. */
export function toPlotData(explorer: Explorer, wanted: CalendarGrain | null, otherLabel: string | null) {
  const { startMs, endMs, stepMinutes, curves } = explorer;
  const grain = chooseGrain(wanted ?? "step", (endMs - startMs) / 60_000, stepMinutes, MAX_POINTS);
  const styles = curveStyles(curves);
  const sampled = curves.map((curve) => downSampleGroup(curve.group, grain));
  const data: CurvePlotData = {
    startsMs: sampled[0]?.map((bucket) => bucket.startMs) ?? [],
    endMs: sampled[0]?.at(-1)?.endMs ?? endMs,
    isByStep: grain === "step",
    otherLabel,
    curves: curves.map((curve, index) => ({
      id: curve.id,
      label: describeCurve(curve),
      ...(styles[index] as CurveStyle),
      ...toLists(sampled[index] ?? [], grain),
      otherW: curve.other && downSample(curve.other.series, grain).map(({ meanW }) => round(meanW)),
      total: describeTotal(curve),
    })),
  };
  return { data, grain };
}

function toLists(buckets: readonly GroupBucket[], grain: CalendarGrain) {
  const partialW = buckets.map((bucket) => round(bucket.partialW));
  const minW = buckets.map((bucket) => round(bucket.minW));
  const maxW = buckets.map((bucket) => round(bucket.maxW));
  return {
    meanW: buckets.map(({ meanW }) => round(meanW)),
    band: grain === "step" ? null : { minW, maxW },
    partialW: partialW.some((value) => value !== null) ? partialW : null,
    energyWh: buckets.map(({ incompleteCount, state, knownWh }) =>
      incompleteCount > 0 || state === "outside" ? null : round(knownWh),
    ),
    states: buckets.map(({ state }) => STATE_CODES[state]).join(""),
  };
}

/** A sum that lacks something is no sum: it is said. */
export function describeTotal({ group }: ExplorerCurve): string {
  const { totalWh, knownCount } = summarizeGroup(group);
  if (totalWh !== null) return formatEnergy(totalWh);
  return knownCount === 0 ? "aucune valeur" : "incomplet";
}

/** The powers of each curve from the highest to the lowest. */
export function toLoadDurations({ curves }: Explorer): readonly LoadDuration[] {
  const styles = curveStyles(curves);
  return curves.map((curve, index) => {
    const { stairs, missingHours } = loadDurationCurve(groupEnergy(curve.group), MAX_STAIRS);
    return {
      id: curve.id,
      label: describeCurve(curve),
      ...(styles[index] as CurveStyle),
      powersW: stairs.map(({ powerW }) => round(powerW) ?? 0),
      toHours: stairs.map(({ toHours }) => toHours),
      missingHours,
    };
  });
}

/** The mean week of a curve, by hours. */
export function toWeekHours({ group }: ExplorerCurve): WeekHours {
  const { meanW, minW, maxW } = weeklyProfile(groupEnergy(group), 60);
  return { meanW: Array.from(meanW, round), minW: Array.from(minW, round), maxW: Array.from(maxW, round) };
}

// A tenth of a watt is finer than a meter, and half as long to send.
function round(value: number | null): number | null {
  return value === null || Number.isNaN(value) ? null : Math.round(value * 10) / 10;
}
