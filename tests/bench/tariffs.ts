import { randomUUID } from "node:crypto";
import { operatorScope } from "@/lib/cli/operator-scope";
import { copyCurveDays } from "@/lib/data/load-curve-days";
import { inTransaction, pool } from "@/lib/data/pg";
import { listSettlementRuns } from "@/lib/data/settlement-runs";
import { civilDate } from "@/lib/domain/time/civil-date";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import type { Period } from "@/lib/domain/time/period";
import { settlePeriod } from "@/lib/services/settle-period";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";
import { readTariffBreakdown } from "@/lib/services/tariffs/read-tariff-breakdown";
import { setTariffSchedules } from "@/lib/services/tariffs/set-tariff-schedules";
import type { BenchRow } from "./allocation";
import { createBenchOperation } from "./bench-operation";
import { randomCurves } from "./random-curves";

const SIZE = { consumers: 230, producers: 10 };
const YEAR: Period = { from: civilDate("2025-04-01"), toExclusive: civilDate("2026-04-01") };
const SET_AIM_MS = 20_000;
const READ_AIM_MS = 200;
const ROUNDS = 3;

/** Times what a table of off-peak hours costs a year that is settled already, and the reading of a month. */
export async function benchTariffs(): Promise<BenchRow[]> {
  const operation = await createBenchOperation(YEAR.from, SIZE);
  await inTransaction((client) => copyCurveDays(client, operation.id, randomUUID(), randomCurves(operation, YEAR)));
  await pool.query("ANALYZE load_curve_day");
  const periods = listSettlementPeriods(settlementCalendarOf(operation.sheet), YEAR.toExclusive);
  for (const period of periods) await settlePeriod(operation, operatorScope.actor, period.from);

  const setMs = await time(() =>
    setTariffSchedules(
      operation.id,
      operatorScope.actor,
      operation.points.map(({ prm }, n) => ({
        prm,
        from: YEAR.from,
        structure: n % 3 === 0 ? ("four_periods" as const) : ("peak_off_peak" as const),
        offPeak: [{ fromMinute: 1320 + (n % 40), toMinute: 360 + (n % 40) }],
        lowSeasonOffPeak: null,
        highSeasonMonths: null,
      })),
    ),
  );
  const [run] = await listSettlementRuns(operation.id);
  if (!run) throw new Error("nothing was settled");
  const readings: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    readings.push(await time(() => readTariffBreakdown(operation.id, run)));
  }
  const readMs = Math.min(...readings); // the first one opens connections
  const size = `${SIZE.consumers} consumers × ${SIZE.producers} producers`;
  const detail = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  return [
    {
      name: `off-peak hours of ${size}, ${periods.length} settled months derived anew / 20 s`,
      ratio: setMs / SET_AIM_MS,
      aim: 1,
      detail: detail(setMs),
    },
    {
      name: `tariff periods of a month of ${size} / 0.2 s`,
      ratio: readMs / READ_AIM_MS,
      aim: 1,
      detail: detail(readMs),
    },
  ];
}

async function time(body: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await body();
  return performance.now() - startMs;
}
