import { changePublished } from "./change-published";
import type { Hypothesis, PointQuantity, StepValue } from "./hypothesis";

/** Supposes that the operator split as we did and published single values of one curve otherwise. */
export function supposeIsolatedValues(point: PointQuantity, values: readonly StepValue[]): Hypothesis {
  return {
    claim: { kind: "isolated_values", ...point, values },
    changeInput: null,
    changeResults: (results) => {
      const { startMs, stepMinutes } = results.axis;
      const byStep = new Map(
        values.map((value) => [(value.startMs - startMs) / (stepMinutes * 60_000), value.theirsWh]),
      );
      return changePublished(results, point, (energyWh) => energyWh.map((wh, t) => byStep.get(t) ?? wh));
    },
  };
}
