import "server-only";
import { type CurveDay, findCurveTag, listCurveDays } from "@/lib/data/load-curve-days";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import { joinParisDays } from "@/lib/domain/series/join-paris-days";
import { resampleSeries } from "@/lib/domain/series/resample-series";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { countDays } from "@/lib/domain/time/count-days";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";

/** One page covers no more: a year of half-hours comes in four. */
const PAGE_DAYS = 100;
/** The Paris day as one step, of 23, 24 or 25 hours. */
const DAY_STEP_MINUTES = 1440;

export type MeasuredSeriesQuery = {
  readonly prm: string;
  readonly quantity: EnergyQuantity;
  readonly period: Period;
  /** A divisor of 60, or {@link DAY_STEP_MINUTES}. */
  readonly stepMinutes: number;
};

/** A curve as it was measured, nothing corrected. */
export type MeasuredSeries = {
  readonly prm: string;
  readonly quantity: EnergyQuantity;
  /** Start of the first step. [ms] */
  readonly startMs: number;
  readonly stepMinutes: number;
  /** NaN = missing. [Wh per step] */
  readonly energyWh: Float64Array;
  readonly missingCount: number;
  /** First day of each step, for steps of a day. */
  readonly days: readonly CivilDate[] | null;
};

export type MeasuredSeriesPage = {
  readonly pointId: string;
  /** The same as long as no value of the page changed. */
  readonly tag: string;
  /** First day of the next page, or null. */
  readonly nextFrom: CivilDate | null;
  /** Reads the curve itself, which whoever has the same tag need not. */
  readonly read: () => Promise<MeasuredSeries>;
};

/** The first {@link PAGE_DAYS} days of a stored curve; null when the operation has no such PRM. */
export async function readMeasuredSeries(
  operationId: AuthorizedOperationId,
  { prm, quantity, period, stepMinutes }: MeasuredSeriesQuery,
): Promise<MeasuredSeriesPage | null> {
  const point = (await listMeteringPoints(operationId)).find((each) => each.prm === prm);
  if (!point) return null;
  const pageEnd = addDays(period.from, PAGE_DAYS);
  const page = { from: period.from, toExclusive: pageEnd < period.toExclusive ? pageEnd : period.toExclusive };
  return {
    pointId: point.id,
    tag: await findCurveTag(operationId, point.id, quantity, page),
    nextFrom: page.toExclusive < period.toExclusive ? page.toExclusive : null,
    read: async () => {
      const days = await listCurveDays(operationId, [quantity], page, { only: new Set([point.id]) });
      const curve = stepMinutes === DAY_STEP_MINUTES ? joinDayTotals(days, page) : joinSteps(days, page, stepMinutes);
      const { missingCount } = sumEnergy(curve.energyWh);
      return { prm, quantity, startMs: parisMidnightMs(page.from), stepMinutes, missingCount, ...curve };
    },
  };
}

function joinSteps(days: readonly CurveDay[], { from, toExclusive }: Period, stepMinutes: number) {
  const rows = days.map((day) => {
    const series = { axis: parisDayAxis(day.day, day.stepMinutes), energyWh: day.energyWh };
    return { day: day.day, stepMinutes, energyWh: resampleSeries(series, stepMinutes).energyWh };
  });
  return { energyWh: joinParisDays(rows, parisPeriodAxis(from, toExclusive, stepMinutes)).energyWh, days: null };
}

function joinDayTotals(rows: readonly CurveDay[], { from, toExclusive }: Period) {
  const totals = new Map(rows.map(({ day, energyWh }) => [day, sumEnergy(energyWh).totalWh]));
  const days = Array.from({ length: countDays(from, toExclusive) }, (_, index) => addDays(from, index));
  return { energyWh: Float64Array.from(days, (day) => totals.get(day) ?? Number.NaN), days };
}
