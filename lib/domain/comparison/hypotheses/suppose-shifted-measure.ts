import { changeCurve } from "./change-curve";
import type { Hypothesis, PointRole, Stretch } from "./hypothesis";
import { shiftHour } from "./shift-hour";

/** Supposes that the operator read a measured curve an hour late (1) or early (−1), as after a clock change. */
export function supposeShiftedMeasure(point: PointRole, hours: 1 | -1, stretch: Stretch): Hypothesis {
  const { meteringPointId, role } = point;
  const { fromMs, toMs } = stretch;
  return {
    claim: { kind: "measure_shifted", meteringPointId, role, hours, fromMs, toMs },
    changeInput: (input) => changeCurve(input, point, (energyWh) => shiftHour(energyWh, input.axis, hours, stretch)),
    changeResults: null,
  };
}
