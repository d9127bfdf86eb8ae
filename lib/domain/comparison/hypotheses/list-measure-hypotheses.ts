import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import type { SettlementPoint } from "@/lib/domain/settlement/settlement";
import { type Clues, pointKey, type Standing } from "./clues";
import type { Hypothesis, PointRole, Stretch } from "./hypothesis";
import { type ContradictedPoint, supposeCorrectedMeasures } from "./suppose-corrected-measures";
import { supposeFilledGaps } from "./suppose-filled-gaps";
import { supposeShiftedMeasure } from "./suppose-shifted-measure";

/** Where the operator's curves do not say what was measured, those who differ most are tried. */
const MAX_POINTS = 20;

/**
 * Other measures: a curve read an hour late or early, a gap filled otherwise, values that are not ours.
 *
 * Where the operator published what was shared and what was not, their sum is what it measured: only the metering
 * points that it contradicts are tried.
 */
export function* listMeasureHypotheses({ input }: Standing, clues: Clues): Generator<Hypothesis> {
  const { contradicted, deducedWh } = clues;
  const { stepMinutes } = input.axis;
  const suspects: readonly (PointRole & { readonly stretch: Stretch })[] = [
    ...contradicted.map((point) => ({ ...point, stretch: stretchOf(point, input.axis) })),
    ...clues.differing.filter((point) => !deducedWh.has(pointKey(point))),
  ].slice(0, MAX_POINTS);
  for (const { meteringPointId, role, stretch } of suspects) {
    if (60 % stepMinutes !== 0) break;
    for (const hours of [1, -1] as const) yield supposeShiftedMeasure({ meteringPointId, role }, hours, stretch);
  }
  for (const point of listCorrected(input.producers, "producer")) yield* listFillings(point, clues);
  for (const point of listCorrected(input.consumers, "consumer")) yield* listFillings(point, clues);
  const [only] = contradicted;
  if (only && contradicted.length > 1) yield supposeCorrectedMeasures([only]);
  if (only) yield supposeCorrectedMeasures(contradicted);
}

function stretchOf({ otherWh }: ContradictedPoint, { startMs, stepMinutes }: Standing["input"]["axis"]): Stretch {
  const isKnown = (wh: number) => !Number.isNaN(wh);
  const stepMs = stepMinutes * 60_000;
  return {
    fromMs: startMs + otherWh.findIndex(isKnown) * stepMs,
    toMs: startMs + (otherWh.findLastIndex(isKnown) + 1) * stepMs,
  };
}

function listCorrected(points: readonly SettlementPoint[], role: PointRole["role"]): readonly PointRole[] {
  const corrected = points.filter(({ curve }) => curve.origin.some((origin) => origin !== STEP_ORIGIN.measured));
  return corrected.slice(0, MAX_POINTS).map(({ meteringPointId }) => ({ meteringPointId, role }));
}

function* listFillings(point: PointRole, { deducedWh, contradicted }: Clues): Generator<Hypothesis> {
  const deduced = deducedWh.get(pointKey(point)) ?? null;
  if (deduced && !contradicted.some((each) => pointKey(each) === pointKey(point))) return;
  yield supposeFilledGaps(point, "zero", null);
  yield supposeFilledGaps(point, "linear", null);
  if (deduced) yield supposeFilledGaps(point, "theirs", deduced);
}
