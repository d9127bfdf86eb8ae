import type { ComparedFigure } from "@/lib/domain/comparison/compared-figure";
import type { SettledCurves } from "@/lib/domain/comparison/settled-results";
import { curveToleranceWh } from "@/lib/domain/comparison/tolerance";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { addDays } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { type Clues, type DifferingPoint, pointKey, type Standing } from "./clues";
import { deduceMeasures } from "./deduce-measures";
import type { Stretch } from "./hypothesis";
import type { ContradictedPoint } from "./suppose-corrected-measures";

/** Reads in the differences where to look for their reason, so that few hypotheses have to be tried. */
export function findClues({ results, theirs, figures }: Standing): Clues {
  const stepMs = results.axis.stepMinutes * 60_000;
  const differing = findDiffering(figures, stepMs);
  const stretch = differing.length === 0 ? null : differing.map((point) => point.stretch).reduce(join);
  const deducedWh = deduceMeasures(theirs);
  const contradicted = [
    ...results.producers.map((point) => contradict(point, "producer", deducedWh, results.axis)),
    ...results.consumers.map((point) => contradict(point, "consumer", deducedWh, results.axis)),
  ].flatMap((point) => point ?? []);
  return {
    stretch,
    days: stretch && daysOf(stretch),
    differing,
    deducedWh,
    contradicted: contradicted.sort((a, b) => b.steps - a.steps),
  };
}

function findDiffering(figures: readonly ComparedFigure[], stepMs: number): readonly DifferingPoint[] {
  const points = new Map<string, Omit<DifferingPoint, "days">>();
  for (const { meteringPointId, role, steps, excessWh } of figures) {
    if (!steps || steps.firstMs === null || steps.lastMs === null || meteringPointId === null || role === null)
      continue;
    const stretch = { fromMs: steps.firstMs, toMs: steps.lastMs + stepMs };
    const key = pointKey({ meteringPointId, role });
    const before = points.get(key);
    points.set(key, {
      meteringPointId,
      role,
      stretch: before ? join(before.stretch, stretch) : stretch,
      excessWh: (before?.excessWh ?? 0) + excessWh,
    });
  }
  return [...points.values()]
    .map((point) => ({ ...point, days: daysOf(point.stretch) }))
    .sort((a, b) => b.excessWh - a.excessWh);
}

const join = (a: Stretch, b: Stretch): Stretch => ({
  fromMs: Math.min(a.fromMs, b.fromMs),
  toMs: Math.max(a.toMs, b.toMs),
});

const daysOf = ({ fromMs, toMs }: Stretch): Period => ({
  from: parisCivilDate(fromMs),
  toExclusive: addDays(parisCivilDate(toMs - 1), 1),
});

// Who measures nothing for more than a day was not measured otherwise: he was not there.
function isAbsent(otherWh: Float64Array, stepMinutes: number): boolean {
  const known = otherWh.filter((wh) => !Number.isNaN(wh));
  return known.length * stepMinutes > 24 * 60 && known.every((wh) => wh === 0);
}

// Two rounded values: twice the tolerance of one.
function contradict(
  { meteringPointId, energyWh }: SettledCurves,
  role: PerimeterRole,
  deduced: Clues["deducedWh"],
  { startMs, stepMinutes }: TimeAxis,
): ContradictedPoint | null {
  const theirs = deduced.get(pointKey({ meteringPointId, role }));
  if (!theirs) return null;
  const toleranceWh = 2 * curveToleranceWh(stepMinutes);
  const otherWh = theirs.map((wh, t) => (Math.abs(wh - (energyWh[t] as number)) > toleranceWh ? wh : Number.NaN));
  const first = otherWh.findIndex((wh) => !Number.isNaN(wh));
  if (first < 0 || isAbsent(otherWh, stepMinutes)) return null;
  return {
    meteringPointId,
    role,
    steps: otherWh.filter((wh) => !Number.isNaN(wh)).length,
    first: {
      startMs: startMs + first * stepMinutes * 60_000,
      oursWh: energyWh[first] as number,
      theirsWh: otherWh[first] as number,
    },
    otherWh,
  };
}
