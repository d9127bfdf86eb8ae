import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { writeLoadCurveFile } from "@/lib/formats/annex-6/write-load-curve-file";

export type TestCurve = {
  /** PRM or ACC number. */
  readonly identifier: string;
  readonly quantity: EnergyQuantity;
  /** First and last day, `YYYY-MM-DD`. */
  readonly days: readonly [first: string, last: string];
  /** Energy of each step, NaN for a missing one; the same at every step when a number. [Wh per step] */
  readonly energyWh: number | ((step: number) => number);
  readonly stepMinutes?: number;
};

/** A load-curve file of annexe 6, as the DSO sends it. */
export function testCurveFile({ identifier, quantity, days, energyWh, stepMinutes = 30 }: TestCurve) {
  const [first, last] = days.map(civilDate);
  if (!first || !last) throw new Error("a curve has a first and a last day");
  const axis = parisPeriodAxis(first, addDays(last, 1), stepMinutes);
  const values = Float64Array.from({ length: axis.length }, (_, step) =>
    typeof energyWh === "number" ? energyWh : energyWh(step),
  );
  const { name, text } = writeLoadCurveFile({ identifier, quantity, series: { axis, energyWh: values } });
  return { name, text, bytes: new TextEncoder().encode(text) };
}
