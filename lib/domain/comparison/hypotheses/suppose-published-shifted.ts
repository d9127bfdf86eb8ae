import type { SettledResults } from "@/lib/domain/comparison/settled-results";
import { changePublished } from "./change-published";
import type { Hypothesis, PointQuantity, Stretch } from "./hypothesis";
import { shiftHour } from "./shift-hour";

/**
 * Supposes that the operator split as we did and wrote an hour late (1) or early (−1) what it had.
 *
 * @param point - Null: the curves of every metering point.
 */
export function supposePublishedShifted(point: PointQuantity | null, hours: 1 | -1, stretch: Stretch): Hypothesis {
  const { fromMs, toMs } = stretch;
  return {
    claim: { kind: "published_shifted", point, hours, fromMs, toMs },
    changeInput: null,
    changeResults: (results) => {
      const shift = (energyWh: Float64Array) => shiftHour(energyWh, results.axis, hours, stretch);
      return point ? changePublished(results, point, shift) : shiftAll(results, shift);
    },
  };
}

function shiftAll(results: SettledResults, shift: (energyWh: Float64Array) => Float64Array): SettledResults {
  const shifted = (points: SettledResults["producers"]) =>
    points.map((point) => ({ ...point, energyWh: shift(point.energyWh), sharedWh: shift(point.sharedWh) }));
  return { ...results, producers: shifted(results.producers), consumers: shifted(results.consumers) };
}
