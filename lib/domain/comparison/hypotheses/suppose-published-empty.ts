import { changePublished } from "./change-published";
import type { Hypothesis, PointQuantity } from "./hypothesis";

/** Supposes that the operator split as we did and published zeros for one curve. */
export function supposePublishedEmpty(point: PointQuantity): Hypothesis {
  return {
    claim: { kind: "published_empty", ...point },
    changeInput: null,
    changeResults: (results) => changePublished(results, point, (energyWh) => new Float64Array(energyWh.length)),
  };
}
