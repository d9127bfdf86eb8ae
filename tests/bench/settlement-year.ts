import { randomUUID } from "node:crypto";
import { operatorScope } from "@/lib/cli/operator-scope";
import { copyCurveDays } from "@/lib/data/load-curve-days";
import { inTransaction, pool } from "@/lib/data/pg";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { listPeriods } from "@/lib/services/list-periods";
import { explainRunStep } from "@/lib/services/runs/explain-run-step";
import { reproduceRun } from "@/lib/services/runs/reproduce-run";
import { settlePeriod } from "@/lib/services/settle-period";
import type { BenchRow } from "./allocation";
import { copyBareRows, createTableLike, takeBareRows } from "./bare-copy";
import { type BenchOperation, createBenchOperation } from "./bench-operation";
import { race } from "./race";
import { yearCurves } from "./year-curves";

/** Few operations are larger: 2 producers and 10 consumers on average, at the end of 2024. */
const SIZE = { consumers: 230, producers: 10 };
const YEAR = { from: civilDate("2025-01-01"), toExclusive: civilDate("2026-01-01") };
const ROUNDS = 1;
const RUN_TABLES = ["settlement_run_point", "settlement_run_pair", "settlement_run_day", "settlement_run_point_day"];
const AIM_MS = 60_000;
const SCREEN_MS = 300;
const AGAIN_MS = 5_000;
const EXPLAINED_STEPS = 21;

/** Times a year settled from its stored curves, one period after the other, and what is then asked of it. */
export async function benchSettlementYear(): Promise<BenchRow[]> {
  const first = await prepareYear();
  const before = await storedBytes();
  await settleYear(first);
  const megabytes = ((await storedBytes()) - before) / 1e6;
  const written = await Promise.all(
    RUN_TABLES.map(async (table) => ({
      bare: await createTableLike(table),
      rows: await takeBareRows(table, first.id),
    })),
  );
  const { ratio, candidateMs, referenceMs } = await race(
    { prepare: prepareYear, run: settleYear },
    {
      prepare: () => Promise.all(written.map(({ bare }) => bare.empty())),
      run: async () => {
        await pool.query(
          "SELECT metering_point_id, quantity, day, energy_wh FROM load_curve_day WHERE operation_id = $1",
          [first.id],
        );
        for (const { bare, rows } of written) await copyBareRows(bare.name, rows);
      },
    },
    ROUNDS,
  );
  await Promise.all(written.map(({ bare }) => bare.drop()));
  const explainMs = await timeExplained(first);
  const reproduceMs = await timeReproduced(first);
  const what = `year of ${SIZE.consumers} consumers × ${SIZE.producers} producers`;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  return [
    {
      name: `settlement-year, ${what}, 12 periods from cold / 60 s`,
      ratio: candidateMs / AIM_MS,
      aim: 1,
      detail: `${seconds(candidateMs)}; ${megabytes.toFixed(0)} MB stored with its indexes, default key`,
    },
    {
      name: "settlement-year / SELECT of its curves and bare COPY of its rows",
      ratio,
      aim: 3,
      detail: `${seconds(candidateMs)}, reference ${seconds(referenceMs)}`,
    },
    {
      name: `settlement-year, explain a step / ${SCREEN_MS} ms`,
      ratio: explainMs / SCREEN_MS,
      aim: 1,
      detail: `${explainMs.toFixed(0)} ms, median of ${EXPLAINED_STEPS}`,
    },
    {
      name: "settlement-year, a month computed again and compared / 5 s",
      ratio: reproduceMs / AGAIN_MS,
      aim: 1,
      detail: `${reproduceMs.toFixed(0)} ms`,
    },
  ];
}

// An operation of its own for each run: settled again on the same values, a period has nothing to store.
async function prepareYear(): Promise<BenchOperation> {
  const operation = await createBenchOperation(YEAR.from, SIZE);
  await inTransaction((client) => copyCurveDays(client, operation.id, randomUUID(), yearCurves(operation, YEAR)));
  await pool.query("ANALYZE load_curve_day");
  return operation;
}

async function settleYear(operation: BenchOperation): Promise<void> {
  const periods = await listPeriods(operation, YEAR.toExclusive);
  for (const { period } of periods.toReversed()) {
    const { status } = await settlePeriod(operation, operatorScope.actor, period.from);
    if (status !== "settled") throw new Error(`the period of ${period.from} was not settled: ${status}`);
  }
}

async function storedBytes(): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    "SELECT sum(pg_total_relation_size(name::regclass)) AS bytes FROM unnest($1::text[]) AS name",
    [[...RUN_TABLES, "settlement_run"]],
  );
  return Number(rows[0]?.bytes);
}

async function timeExplained({ id }: BenchOperation): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < EXPLAINED_STEPS; n += 1) {
    const startMs = performance.now();
    const found = await explainRunStep(id, civilDate("2025-06-01"), {
      day: addDays(civilDate("2025-06-01"), n),
      step: 24 + (n % 10),
    });
    if (!found) throw new Error("the step was not explained");
    times.push(performance.now() - startMs);
  }
  return times.sort((a, b) => a - b)[Math.trunc(EXPLAINED_STEPS / 2)] as number;
}

async function timeReproduced(operation: BenchOperation): Promise<number> {
  const june = (await listPeriods(operation, YEAR.toExclusive)).find(({ period }) => period.from === "2025-06-01");
  const startMs = performance.now();
  const found = await reproduceRun(operation.id, june?.run?.id ?? "");
  if (found?.status !== "computed" || !found.comparison.figures.isIdentical) {
    throw new Error("the month did not come back bit for bit");
  }
  return performance.now() - startMs;
}
