import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { changeCurve } from "./change-curve";
import type { GapFilling, Hypothesis, PointRole } from "./hypothesis";

/**
 * Supposes that the operator filled the gaps of a curve otherwise than the convention's rule gives.
 *
 * @param how - `zero`: with nothing; `linear`: by a straight line, however long the gap; `theirs`: with `deducedWh`.
 * @param deducedWh - What its own curves imply, `NaN` where they do not say it. [Wh per step] (T,)
 * @see Convention Enedis-FOR-CF_01E, art. 5.2.3.
 */
export function supposeFilledGaps(point: PointRole, how: GapFilling, deducedWh: Float64Array | null): Hypothesis {
  const { meteringPointId, role } = point;
  return {
    claim: { kind: "gaps_filled", meteringPointId, role, how },
    changeInput: (input) =>
      changeCurve(input, point, (energyWh, origin) => {
        const gaps = Array.from(origin, (code) => code !== STEP_ORIGIN.measured);
        if (how === "linear") return drawLines(energyWh, gaps);
        return energyWh.map((wh, t) => (gaps[t] ? fillWith(how, wh, deducedWh?.[t]) : wh));
      }),
    changeResults: null,
  };
}

function fillWith(how: GapFilling, wh: number, deducedWh = Number.NaN): number {
  if (how === "zero") return 0;
  return Number.isNaN(deducedWh) ? wh : deducedWh;
}

function drawLines(energyWh: Float64Array, gaps: readonly boolean[]): Float64Array {
  const drawn = energyWh.slice();
  let before = -1;
  for (let t = 0; t <= gaps.length; t += 1) {
    if (gaps[t]) continue;
    const first = energyWh[before] ?? energyWh[t] ?? 0;
    const last = energyWh[t] ?? first;
    for (let k = before + 1; k < t; k += 1) drawn[k] = first + ((last - first) * (k - before)) / (t - before);
    before = t;
  }
  return drawn;
}
