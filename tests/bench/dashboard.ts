import { randomUUID } from "node:crypto";
import { operatorScope } from "@/lib/cli/operator-scope";
import { findOperation } from "@/lib/data/operations";
import { pool } from "@/lib/data/pg";
import { ensureCollectivity } from "@/lib/data/users";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readOperationsDashboard } from "@/lib/services/dashboard/read-operations-dashboard";
import { readTypicalDays } from "@/lib/services/dashboard/read-typical-days";
import type { BenchRow } from "./allocation";

const OPERATIONS = 100;
const TODAY = civilDate("2026-11-10");
const YEAR = { from: civilDate("2025-11-01"), toExclusive: civilDate("2026-11-01") };
const ROUNDS = 7;
/** What the dashboard may take beside the bare reading of the same rows. */
const AIM_RATIO = 25;
/** What reading a year of stored curves may take for the typical days: above, they would have to be stored. [ms] */
const TYPICAL_MS = 50;

/** Times the dashboard of a hundred operations over a year, and the typical days of one. */
export async function benchDashboard(): Promise<BenchRow[]> {
  const operations = await fillOperations();
  const ids = operations.map(({ id }) => id);
  const bare = await time(async () => {
    await pool.query(
      "SELECT * FROM settlement_run WHERE operation_id = ANY($1::uuid[]) AND period_from >= $2 AND period_from < $3",
      [ids, YEAR.from, YEAR.toExclusive],
    );
  });
  const all = await time(() => readOperationsDashboard(operations, YEAR, TODAY));
  const one = await time(() => readOperationsDashboard(operations.slice(0, 1), YEAR, TODAY));
  const [first] = operations;
  if (!first) throw new Error("no operation was stored");
  const typical = await time(() => readTypicalDays(first.id, YEAR));
  return [
    {
      name: `dashboard of ${OPERATIONS} operations × 12 months / bare query`,
      ratio: all / bare,
      aim: AIM_RATIO,
      detail: `${all.toFixed(1)} ms, bare query ${bare.toFixed(1)} ms; one operation ${one.toFixed(1)} ms`,
    },
    {
      name: `typical days of a year / ${TYPICAL_MS} ms`,
      ratio: typical / TYPICAL_MS,
      aim: 1,
      detail: `${typical.toFixed(1)} ms for 365 days of three curves`,
    },
  ];
}

async function time(body: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await body();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

/** Two years settled, so that each month has its last year; the first operation with its curves of the second one. */
async function fillOperations() {
  const collectivityId = await ensureCollectivity("bench-dashboard", "Bench", operatorScope.actor);
  const ids = Array.from({ length: OPERATIONS }, () => randomUUID());
  await pool.query(
    `INSERT INTO operation (id, collectivity_id, slug, name, start_day, monthly_anniversary_day)
     SELECT id, $2, 'bench-dashboard-' || id, 'Bench', '2024-11-01', 1 FROM unnest($1::uuid[]) id`,
    [ids, collectivityId],
  );
  await pool.query(
    `INSERT INTO settlement_run (operation_id, id, period_from, period_to, version, step_minutes, engine_version,
                                 input_fingerprint, rules, corrected_steps, production_wh, withdrawal_wh,
                                 self_consumed_wh, surplus_wh)
     SELECT id, gen_random_uuid(), m::date, (m + interval '1 month')::date, 1, 30, 'bench', '', '[]', 0, 2e6, 9e6, 1e6,
            1e6
       FROM unnest($1::uuid[]) id, generate_series('2024-11-01'::date, '2026-10-01'::date, interval '1 month') m`,
    [ids],
  );
  const curve = Buffer.from(new Float64Array(48).fill(1_000).buffer);
  await pool.query(
    `INSERT INTO settlement_run_day (operation_id, run_id, day, production_wh, withdrawal_wh, self_consumed_wh)
     SELECT r.operation_id, r.id, d::date, $2, $2, $2
       FROM settlement_run r, generate_series(r.period_from, r.period_to - 1, interval '1 day') d
      WHERE r.operation_id = $1 AND r.period_from >= $3`,
    [ids[0], curve, YEAR.from],
  );
  await pool.query("ANALYZE");
  return Promise.all(
    ids.map(async (each) => {
      const id = operatorScope.authorizeOperation(each);
      const sheet = await findOperation(id);
      if (!sheet) throw new Error("the operation was not stored");
      return { id, sheet };
    }),
  );
}
