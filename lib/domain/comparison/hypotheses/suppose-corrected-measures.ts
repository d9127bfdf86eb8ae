import { changeCurve } from "./change-curve";
import type { CorrectedPoint, Hypothesis, PointRole } from "./hypothesis";

/** A metering point whose measure the operator's own curves contradict. */
export type ContradictedPoint = CorrectedPoint & {
  /** What they imply, `NaN` where they agree with ours or say nothing. [Wh per step] (T,) */
  readonly otherWh: Float64Array;
};

/** Supposes that the operator had other measured values: those that its own curves add up to. */
export function supposeCorrectedMeasures(points: readonly ContradictedPoint[]): Hypothesis {
  return {
    claim: { kind: "measure_corrected", points: points.map(({ otherWh: _, ...point }) => point) },
    changeInput: (input) =>
      points.reduce(
        (changed, { otherWh, ...point }) =>
          changeCurve(changed, point satisfies PointRole, (energyWh) =>
            energyWh.map((wh, t) => (Number.isNaN(otherWh[t]) ? wh : (otherWh[t] as number))),
          ),
        input,
      ),
    changeResults: null,
  };
}
