import { formatTime, formatTimeWithOffset, hasClockChange } from "./format-instant";

export type EnergyDayFlow = "production" | "withdrawal" | "selfConsumed" | "complement" | "surplus";

export const ENERGY_DAY_FLOWS = ["production", "selfConsumed", "surplus", "withdrawal", "complement"] as const;

/** One civil day of an operation, as plain data. `null` = missing, never zero. */
export type EnergyDay = {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Start of the first step. [ms] */
  readonly startMs: number;
  readonly stepMinutes: number;
  /** Energy per step; all of one length: 46, 48 or 50 half-hours. [Wh] */
  readonly series: {
    readonly productionWh: readonly (number | null)[];
    readonly withdrawalWh: readonly (number | null)[];
    readonly selfConsumedWh: readonly (number | null)[];
    readonly complementWh: readonly (number | null)[];
    readonly surplusWh: readonly (number | null)[];
  };
};

export type EnergyDayStep = Readonly<Record<EnergyDayFlow, number | null>> & {
  readonly startMs: number;
  readonly endMs: number;
  /** `14:00 – 14:30`, with offsets on the days when the clock changes. */
  readonly label: string;
  /** Something is missing in this step. */
  readonly isMissing: boolean;
};

export type ReadableEnergyDay = {
  readonly steps: readonly EnergyDayStep[];
  /** Contiguous steps where something is missing, half-open. [ms] */
  readonly missingRuns: readonly { readonly startMs: number; readonly endMs: number }[];
  /** Null when a step is missing: a total is never smaller than the truth. [Wh] */
  readonly totalsWh: Readonly<Record<EnergyDayFlow, number | null>>;
  /** The largest step, 0 when nothing is known. [Wh] */
  readonly maxWh: number;
  /** Some step has both surplus and complement: another key would have shared more. */
  readonly hasUnsharedSurplus: boolean;
};

/** Puts a day into the words and runs that its chart and its table both show. */
export function readEnergyDay({ startMs, stepMinutes, series }: EnergyDay): ReadableEnergyDay {
  const stepMs = stepMinutes * 60_000;
  const length = series.productionWh.length;
  const formatClock = hasClockChange(startMs, startMs + length * stepMs) ? formatTimeWithOffset : formatTime;
  const steps = Array.from({ length }, (_, index): EnergyDayStep => {
    const stepStartMs = startMs + index * stepMs;
    const endMs = stepStartMs + stepMs;
    const values = {
      production: known(series.productionWh[index]),
      withdrawal: known(series.withdrawalWh[index]),
      selfConsumed: known(series.selfConsumedWh[index]),
      complement: known(series.complementWh[index]),
      surplus: known(series.surplusWh[index]),
    };
    return {
      ...values,
      startMs: stepStartMs,
      endMs,
      label: `${formatClock(stepStartMs)} – ${formatClock(endMs)}`,
      isMissing: Object.values(values).includes(null),
    };
  });
  return {
    steps,
    missingRuns: missingRuns(steps),
    totalsWh: {
      production: total(steps, "production"),
      withdrawal: total(steps, "withdrawal"),
      selfConsumed: total(steps, "selfConsumed"),
      complement: total(steps, "complement"),
      surplus: total(steps, "surplus"),
    },
    maxWh: Math.max(0, ...steps.flatMap(({ production, withdrawal }) => [production ?? 0, withdrawal ?? 0])),
    hasUnsharedSurplus: steps.some(({ surplus, complement }) => isVisible(surplus) && isVisible(complement)),
  };
}

function known(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : value;
}

// A watt-hour: below, it is the dust of a division, not something a chart shows.
function isVisible(energyWh: number | null): boolean {
  return energyWh !== null && energyWh >= 1;
}

function total(steps: readonly EnergyDayStep[], flow: EnergyDayFlow): number | null {
  let sum = 0;
  for (const step of steps) {
    const value = step[flow];
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function missingRuns(steps: readonly EnergyDayStep[]): { startMs: number; endMs: number }[] {
  const runs: { startMs: number; endMs: number }[] = [];
  for (const { startMs, endMs, isMissing } of steps) {
    if (!isMissing) continue;
    const last = runs.at(-1);
    if (last?.endMs === startMs) last.endMs = endMs;
    else runs.push({ startMs, endMs });
  }
  return runs;
}
