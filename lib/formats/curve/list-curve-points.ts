import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import { parisOffsetMs } from "@/lib/domain/time/paris-offset-ms";
import type { StampConvention } from "./curve-reading";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A step of a curve as files write it. */
export type CurvePoint = {
  /** What a clock in Paris shows at the stamp: `2022-02-01T23:30:00`. */
  readonly clock: string;
  /** `+01:00` or `+02:00`. */
  readonly offset: string;
  /** Mean power to the nearest watt, as the DSO's files have it; empty where missing. [W] */
  readonly watts: string;
  /** [min] */
  readonly stepMinutes: number;
};

/**
 * The steps of a curve, one after the other, for a writer.
 *
 * @param series - Stretches in time order. [Wh per step]
 * @param convention - Stamps are the starts or the ends of the steps.
 */
export function* listCurvePoints(series: readonly EnergySeries[], convention: StampConvention): Generator<CurvePoint> {
  for (const { axis, energyWh } of series) {
    const { stepMinutes } = axis;
    const firstMs = axis.startMs + (convention === "end" ? stepMinutes * MINUTE_MS : 0);
    for (const [t, energy] of energyWh.entries()) {
      const ms = firstMs + t * stepMinutes * MINUTE_MS;
      const offsetMs = parisOffsetMs(ms);
      yield {
        clock: new Date(ms + offsetMs).toISOString().slice(0, 19),
        offset: `+0${offsetMs / HOUR_MS}:00`,
        watts: Number.isNaN(energy) ? "" : String(Math.round(energyToPowerW(energy, stepMinutes))),
        stepMinutes,
      };
    }
  }
}
