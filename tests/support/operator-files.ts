import { type PublishedResults, RESULT_QUANTITIES } from "@/lib/domain/comparison/published-results";
import type { SettledResults } from "@/lib/domain/comparison/settled-results";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { writeLoadCurveFile } from "@/lib/formats/annex-6/write-load-curve-file";
import type { TestUpload } from "./import-test-files";

type OperatorCurve = { readonly prm: string; readonly quantity: EnergyQuantity; readonly energyWh: Float64Array };

/** The load-curve files of annexe 6 that hold these curves. */
export function writeOperatorFiles(
  axis: TimeAxis,
  curves: readonly OperatorCurve[],
  precision: "watt" | "exact" = "watt",
): readonly TestUpload[] {
  return curves.map(({ prm, quantity, energyWh }) => {
    const { name, text } = writeLoadCurveFile({ identifier: prm, quantity, series: { axis, energyWh }, precision });
    return { name, bytes: new TextEncoder().encode(text) };
  });
}

/** The four results of a settlement as curves, by the id of the metering point. */
export function listResultCurves(results: SettledResults): PublishedResults["curves"] {
  return (["producer", "consumer"] as const).flatMap((role) =>
    (role === "producer" ? results.producers : results.consumers).flatMap(({ meteringPointId, energyWh, sharedWh }) => [
      { meteringPointId, quantity: RESULT_QUANTITIES[role].shared, energyWh: sharedWh },
      {
        meteringPointId,
        quantity: RESULT_QUANTITIES[role].rest,
        energyWh: energyWh.map((wh, t) => Math.max(0, wh - (sharedWh[t] as number))),
      },
    ]),
  );
}
