import type { ComparedFigure } from "@/lib/domain/comparison/compared-figure";
import { RESULT_QUANTITIES, type ResultQuantity } from "@/lib/domain/comparison/published-results";
import { curveToleranceWh } from "@/lib/domain/comparison/tolerance";
import type { Clues, Standing } from "./clues";
import type { Hypothesis, PointQuantity, StepValue, Stretch } from "./hypothesis";
import { supposeIsolatedValues } from "./suppose-isolated-values";
import { supposePublishedEmpty } from "./suppose-published-empty";
import { supposePublishedShifted } from "./suppose-published-shifted";

/** Curves whose writing is doubted, the largest differences first. */
const MAX_CURVES = 30;

/** More than that is no accident of single values. */
const MAX_VALUES = 8;

/**
 * The same split, published otherwise: an hour late or early, as zeros, or with single values that are wrong.
 *
 * These say nothing of what the others get, so that they explain all only when nothing else differs.
 */
export function* listPublicationHypotheses(standing: Standing, { stretch }: Clues): Generator<Hypothesis> {
  const curves = listDifferingCurves(standing);
  for (const hours of [1, -1] as const) {
    if (stretch) yield supposePublishedShifted(null, hours, stretch);
  }
  for (const { point, stretch: own } of curves.slice(0, MAX_CURVES)) {
    for (const hours of [1, -1] as const) yield supposePublishedShifted(point, hours, own);
    if (isEmpty(standing, point)) yield supposePublishedEmpty(point);
  }
  const [only, other] = curves;
  const values = only && !other ? listValues(standing, only.point) : [];
  if (only && values.length > 0 && values.length <= MAX_VALUES) yield supposeIsolatedValues(only.point, values);
}

type DifferingCurve = { readonly point: PointQuantity; readonly stretch: Stretch };

function listDifferingCurves({ figures, results }: Standing): readonly DifferingCurve[] {
  const stepMs = results.axis.stepMinutes * 60_000;
  return figures
    .filter(({ isDifferent, steps }) => isDifferent && steps !== null)
    .toSorted((a, b) => b.excessWh - a.excessWh)
    .flatMap((figure) => toCurve(figure, stepMs) ?? []);
}

function toCurve({ meteringPointId, role, quantity, steps }: ComparedFigure, stepMs: number): DifferingCurve | null {
  if (!steps || steps.firstMs === null || steps.lastMs === null || meteringPointId === null || role === null)
    return null;
  return {
    point: { meteringPointId, role, quantity: quantity as ResultQuantity },
    stretch: { fromMs: steps.firstMs, toMs: steps.lastMs + stepMs },
  };
}

const findTheirs = ({ theirs }: Standing, { meteringPointId, quantity }: PointQuantity) =>
  theirs.curves.find((curve) => curve.meteringPointId === meteringPointId && curve.quantity === quantity)?.energyWh;

function isEmpty(standing: Standing, point: PointQuantity): boolean {
  return findTheirs(standing, point)?.every((wh) => wh === 0 || Number.isNaN(wh)) ?? false;
}

function listValues(standing: Standing, point: PointQuantity): readonly StepValue[] {
  const { results } = standing;
  const points = point.role === "producer" ? results.producers : results.consumers;
  const ours = points.find(({ meteringPointId }) => meteringPointId === point.meteringPointId);
  const theirs = findTheirs(standing, point);
  if (!ours || !theirs) return [];
  const { startMs, stepMinutes } = results.axis;
  const isShared = point.quantity === RESULT_QUANTITIES[point.role].shared;
  return Array.from(ours.sharedWh, (sharedWh, t): StepValue => {
    const oursWh = isShared ? sharedWh : Math.max(0, (ours.energyWh[t] as number) - sharedWh);
    return { startMs: startMs + t * stepMinutes * 60_000, oursWh, theirsWh: theirs[t] as number };
  }).filter(({ oursWh, theirsWh }) => Math.abs(theirsWh - oursWh) > curveToleranceWh(stepMinutes));
}
