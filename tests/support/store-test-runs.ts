import type { TestOperation } from "./create-test-operation";
import type { TestSql } from "./test-sql";

/** The totals of a settled month. [Wh] */
export type TestRun = {
  /** First day of the month, and of the period. */
  readonly from: string;
  readonly version?: number;
  readonly productionWh: number;
  readonly withdrawalWh: number;
  readonly selfConsumedWh: number;
};

/** Stores the totals of settled months as a settlement would, without its curves: figures a test can add up by hand. */
export async function storeTestRuns(sql: TestSql, operation: TestOperation, runs: readonly TestRun[]): Promise<void> {
  for (const { from, version = 1, productionWh, withdrawalWh, selfConsumedWh } of runs) {
    await sql(
      `INSERT INTO settlement_run (operation_id, id, period_from, period_to, version, step_minutes, engine_version,
                                   input_fingerprint, rules, corrected_steps, production_wh, withdrawal_wh,
                                   self_consumed_wh, surplus_wh)
       VALUES ($1, gen_random_uuid(), $2::date, ($2::date + interval '1 month')::date, $3, 30, 'test', '', '[]', 0,
               $4::float8, $5::float8, $6::float8, $4::float8 - $6::float8)`,
      [operation.id, from, version, productionWh, withdrawalWh, selfConsumedWh],
    );
  }
}
