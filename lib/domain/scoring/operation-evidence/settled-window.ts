import type { Period } from "@/lib/domain/time/period";

const YEAR_PERIODS = 12;

/** What is stored of the result of a period. [Wh] */
export type EvidenceRun = {
  readonly id: string;
  readonly period: Period;
  readonly productionWh: number;
  readonly withdrawalWh: number;
  readonly selfConsumedWh: number;
  /** Values that were not measured. [steps of a metering point] */
  readonly correctedSteps: number;
};

/** The last twelve periods up to the latest settled one; fewer where the operation is younger. */
export type SettledWindow = {
  readonly period: Period;
  /** The latest result of each settled period, oldest first. */
  readonly runs: readonly EvidenceRun[];
  /** Periods in between without a result: nothing is summed over a hole. */
  readonly missing: readonly Period[];
};

/**
 * The window that a year's figures are about.
 *
 * @param periods - Settlement periods of the operation, in order and without a hole.
 * @param runs - The latest result of each settled period, in no order.
 * @returns Null before the first result.
 */
export function settledWindow(periods: readonly Period[], runs: readonly EvidenceRun[]): SettledWindow | null {
  const byStart = new Map(runs.map((run) => [run.period.from, run]));
  const last = periods.findLastIndex(({ from }) => byStart.has(from));
  const inside = periods.slice(Math.max(0, last + 1 - YEAR_PERIODS), last + 1);
  const [first, end] = [inside[0], inside.at(-1)];
  if (!first || !end) return null;
  return {
    period: { from: first.from, toExclusive: end.toExclusive },
    runs: inside.flatMap(({ from }) => byStart.get(from) ?? []),
    missing: inside.filter(({ from }) => !byStart.has(from)),
  };
}
