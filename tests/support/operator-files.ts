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
