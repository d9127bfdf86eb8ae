import { parisOffsetMs } from "@/lib/domain/time/paris-offset-ms";
import type { TimeAxis } from "@/lib/domain/time/time-axis";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const ROWS_AT_ONCE = 4_000;

/** Names of the columns, in order. */
export const LONG_CURVE_COLUMNS = [
  "operation",
  "period_from",
  "run_version",
  "start_utc",
  "start_paris",
  "step_minutes",
  "prm",
  "role",
  "quantity",
  "energy_wh",
  "origin",
] as const;

/** Curves of one metering point in one role. */
export type LongCurves = {
  /** The same on all rows: operation, first day of the period, version of the run. */
  readonly run: readonly [operation: string, periodFrom: string, version: number];
  readonly prm: string;
  readonly role: "consumer" | "producer";
  /** By quantity. `NaN` where missing. [Wh per step] */
  readonly quantities: readonly { readonly quantity: string; readonly energyWh: Float64Array }[];
  /** Where the measured value of a step comes from. */
  readonly originOf: (step: number) => string;
};

/** The first line of the file. */
export function writeLongCurveHeader(): string {
  return `${LONG_CURVE_COLUMNS.join(",")}\n`;
}

/** The instants of an axis as the file has them: UTC, then what a clock in Paris shows with its offset. */
export function writeLongStamps({ startMs, stepMinutes, length }: TimeAxis): readonly string[] {
  return Array.from({ length }, (_, step) => {
    const instantMs = startMs + step * stepMinutes * MINUTE_MS;
    const offsetMs = parisOffsetMs(instantMs);
    const paris = new Date(instantMs + offsetMs).toISOString().slice(0, 19);
    return `${new Date(instantMs).toISOString().slice(0, 19)}Z,${paris}+0${offsetMs / HOUR_MS}:00`;
  });
}

/**
 * Curves as a long table, made to be read by programs: one row for each step, metering point and quantity, every
 * column of one type, commas, points, no text that needs quotes. A missing value is an empty cell.
 *
 * Energies have all their digits: what reads them gets the very numbers of the run.
 *
 * @param stamps - Of the axis of the curves, by {@link writeLongStamps}.
 * @returns The text a few thousand rows at a time, each ended.
 */
export function* writeLongCurves(
  { run, prm, role, quantities, originOf }: LongCurves,
  stamps: readonly string[],
  stepMinutes: number,
): Generator<string> {
  const before = `${run.join(",")},`;
  let text = "";
  let rows = 0;
  for (const { quantity, energyWh } of quantities) {
    const middle = `,${stepMinutes},${prm},${role},${quantity},`;
    for (const [step, value] of energyWh.entries()) {
      text += `${before}${stamps[step]}${middle}${Number.isNaN(value) ? "" : value},${originOf(step)}\n`;
      rows += 1;
      if (rows % ROWS_AT_ONCE > 0) continue;
      yield text;
      text = "";
    }
  }
  if (text !== "") yield text;
}
