import { zipSync } from "fflate";
import { seededUniform } from "@/lib/domain/profiles/seeded-uniform";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import { writeLoadCurveFile } from "@/lib/formats/annex-6/write-load-curve-file";

const ENCODER = new TextEncoder();

/** A zip of annexe 6: one file of half-hours for each PRM, other values for each PRM and each seed. */
export function zipCurves(prms: readonly string[], { from, toExclusive }: Period, seed: number): Uint8Array {
  const axis = parisPeriodAxis(from, toExclusive, 30);
  const files = prms.map((prm, n) => {
    const halfWattHours = (_: unknown, t: number) => Math.round(seededUniform(seed, t, n) * 6_000) / 2;
    const series = { axis, energyWh: Float64Array.from({ length: axis.length }, halfWattHours) };
    const { name, text } = writeLoadCurveFile({ identifier: prm, quantity: "withdrawal", series });
    return [name, ENCODER.encode(text)] as const;
  });
  return zipSync(Object.fromEntries(files), { level: 1 });
}
