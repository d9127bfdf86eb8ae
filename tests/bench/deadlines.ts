import { randomUUID } from "node:crypto";
import { operatorScope } from "@/lib/cli/operator-scope";
import { findOperation } from "@/lib/data/operations";
import { pool } from "@/lib/data/pg";
import { ensureCollectivity } from "@/lib/data/users";
import { civilDate } from "@/lib/domain/time/civil-date";
import { listOperationDeadlines, type ReadableOperation } from "@/lib/services/deadlines/list-operation-deadlines";
import type { BenchRow } from "./allocation";

/** A syndicate, with as many participants in each operation as operations have on average. */
const OPERATIONS = 1_000;
const POINTS = 12;
const TODAY = civilDate("2026-11-23");
const ROUNDS = 5;
/**
 * What a page may take before its list is there, for a large installation, each operation of which lacks a day, and for a
 * whole syndicate. [ms]
 */
const HUNDRED_MS = 800;
const ALL_MS = 2_000;

/** Times the list of what is to do, for one operation, a hundred and a thousand. */
export async function benchDeadlines(): Promise<BenchRow[]> {
  const operations = await fillOperations();
  const [one, hundred, all] = [
    await time(operations.slice(0, 1)),
    await time(operations.slice(0, 100)),
    await time(operations),
  ];
  return [
    {
      name: `deadlines of 100 operations / ${HUNDRED_MS} ms`,
      ratio: hundred.ms / HUNDRED_MS,
      aim: 1,
      detail: `${hundred.ms.toFixed(0)} ms for ${hundred.count} rows; one operation ${one.ms.toFixed(0)} ms`,
    },
    {
      name: `deadlines of ${OPERATIONS} operations / ${ALL_MS} ms`,
      ratio: all.ms / ALL_MS,
      aim: 1,
      detail: `${all.ms.toFixed(0)} ms for ${all.count} rows`,
    },
  ];
}

async function time(operations: readonly ReadableOperation[]) {
  const times: number[] = [];
  let count = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    count = (await listOperationDeadlines(operations, TODAY)).length;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { ms: times[Math.floor(ROUNDS / 2)] ?? Number.NaN, count };
}

/** A year settled, the last month measured and not settled, a day short in one operation of ten. */
async function fillOperations(): Promise<readonly ReadableOperation[]> {
  const collectivityId = await ensureCollectivity("bench-deadlines", "Bench", operatorScope.actor);
  const ids = Array.from({ length: OPERATIONS }, () => randomUUID());
  await pool.query(
    `INSERT INTO operation (id, collectivity_id, slug, name, start_day, monthly_anniversary_day)
     SELECT id, $2, 'bench-deadlines-' || id, 'Bench', '2025-11-01', 1 FROM unnest($1::uuid[]) id`,
    [ids, collectivityId],
  );
  await pool.query(
    `INSERT INTO participant (operation_id, id, name)
     SELECT id, gen_random_uuid(), 'Bench' FROM unnest($1::uuid[]) id, generate_series(1, ${POINTS})`,
    [ids],
  );
  await pool.query(
    `INSERT INTO metering_point (operation_id, id, participant_id, prm, name)
     SELECT operation_id, gen_random_uuid(), id, lpad((5e13 + row_number() OVER ())::bigint::text, 14, '0'), 'Site'
       FROM participant WHERE operation_id = ANY($1::uuid[])`,
    [ids],
  );
  await pool.query(
    `INSERT INTO attachment (operation_id, id, metering_point_id, participant_id, prm, role, from_day)
     SELECT operation_id, gen_random_uuid(), id, participant_id, prm,
            (CASE WHEN prm::bigint % ${POINTS} = 0 THEN 'producer' ELSE 'consumer' END)::"AttachmentRole", '2025-11-01'
       FROM metering_point WHERE operation_id = ANY($1::uuid[])`,
    [ids],
  );
  await pool.query(
    `INSERT INTO consent (operation_id, id, participant_id, kind, given_day, participation, curve_collection,
                          supplier_transmission, organiser_transmission)
     SELECT operation_id, gen_random_uuid(), id, 'agreement', '2025-10-01', true, true, true, true
       FROM participant WHERE operation_id = ANY($1::uuid[])`,
    [ids],
  );
  await fillMeasures(ids);
  await pool.query("ANALYZE");
  return Promise.all(
    ids.map(async (each) => {
      const id = operatorScope.authorizeOperation(each);
      const sheet = await findOperation(id);
      if (!sheet) throw new Error("the operation was not stored");
      return { id, sheet, mayReadWords: true };
    }),
  );
}

async function fillMeasures(ids: readonly string[]): Promise<void> {
  await pool.query(
    `INSERT INTO measure_import (operation_id, id, status, via, finished_at, changed_from, changed_to)
     SELECT id, id, 'done', 'cli', '2026-11-05', '2026-09-24', '2026-10-31' FROM unnest($1::uuid[]) id`,
    [ids],
  );
  await pool.query(
    `INSERT INTO load_curve_day (operation_id, metering_point_id, quantity, day, version, step_minutes, energy_wh,
                                 total_wh, missing_count, import_id)
     SELECT a.operation_id, a.metering_point_id,
            (CASE a.role WHEN 'producer' THEN 'injection' ELSE 'withdrawal' END)::"EnergyQuantity", d::date, 1, 30, '',
            0, 0, a.operation_id
       FROM attachment a, generate_series('2026-09-24'::date, '2026-10-31'::date, interval '1 day') d
      WHERE a.operation_id = ANY($1::uuid[])
        AND NOT (a.operation_id = ANY($2::uuid[]) AND d::date IN ('2026-10-08', '2026-10-15'))`,
    [ids, ids.slice(0, ids.length / 10)],
  );
  await pool.query(
    `INSERT INTO settlement_run (operation_id, id, period_from, period_to, version, step_minutes, engine_version,
                                 input_fingerprint, rules, corrected_steps, production_wh, withdrawal_wh,
                                 self_consumed_wh, surplus_wh, created_at)
     SELECT id, gen_random_uuid(), m::date, (m + interval '1 month')::date, 1, 30, 'bench', '', '[]', 0, 0, 0, 0, 0,
            m + interval '40 days'
       FROM unnest($1::uuid[]) id, generate_series('2025-11-01'::date, '2026-09-01'::date, interval '1 month') m`,
    [ids],
  );
}
