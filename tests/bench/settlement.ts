import { randomUUID } from "node:crypto";
import { operatorScope } from "@/lib/cli/operator-scope";
import { copyCurveDays, type NewCurveDay } from "@/lib/data/load-curve-days";
import { inTransaction, pool } from "@/lib/data/pg";
import { seededUniform } from "@/lib/domain/profiles/seeded-uniform";
import { splitIntoParisDays } from "@/lib/domain/series/split-into-paris-days";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import { settlePeriod } from "@/lib/services/settle-period";
import type { BenchRow } from "./allocation";
import { copyBareRows, createTableLike, takeBareRows } from "./bare-copy";
import { type BenchOperation, createBenchOperation } from "./bench-operation";
import { race } from "./race";

const SIZE = { consumers: 1_000, producers: 50 };
const MONTH: Period = { from: civilDate("2026-06-01"), toExclusive: civilDate("2026-07-01") };
const AIM_MS = 5_000;
const ROUNDS = 3;
const RUN_TABLES = ["settlement_run_point", "settlement_run_pair", "settlement_run_day", "settlement_run_point_day"];

/** Times the settlement of a month of a large operation, from its stored curves to its stored run. */
export async function benchSettlement(): Promise<BenchRow[]> {
  const first = await prepareSettlement();
  await runSettlement(first);
  const written = await Promise.all(
    RUN_TABLES.map(async (table) => ({
      bare: await createTableLike(table),
      rows: await takeBareRows(table, first.id),
    })),
  );

  const { ratio, candidateMs, referenceMs } = await race(
    { prepare: prepareSettlement, run: runSettlement },
    {
      prepare: () => Promise.all(written.map(({ bare }) => bare.empty())),
      run: async () => {
        await readBareRows(first);
        for (const { bare, rows } of written) await copyBareRows(bare.name, rows);
      },
    },
    ROUNDS,
  );
  await Promise.all(written.map(({ bare }) => bare.drop()));

  const seconds = `${(candidateMs / 1000).toFixed(2)} s`;
  const size = `${SIZE.consumers} consumers × ${SIZE.producers} producers`;
  const megabytes = written.reduce((sum, { rows }) => sum + rows.length / 1e6, 0).toFixed(0);
  return [
    {
      name: `settlement, month of ${size} / 5 s`,
      ratio: candidateMs / AIM_MS,
      aim: 1,
      detail: seconds,
    },
    {
      name: "settlement / SELECT of its curves and bare COPY of its rows",
      ratio,
      aim: 3,
      detail: `${seconds}, reference ${(referenceMs / 1000).toFixed(2)} s (writes ${megabytes} MB)`,
    },
  ];
}

// An operation of its own for each run: settled again on the same values, a period has nothing to store.
async function prepareSettlement(): Promise<BenchOperation> {
  const operation = await createBenchOperation(MONTH.from, SIZE);
  await inTransaction((client) => copyCurveDays(client, operation.id, randomUUID(), curveDays(operation)));
  await pool.query("ANALYZE load_curve_day");
  return operation;
}

/** A month and the week before it; each point misses one value, so that there is something to correct. */
function* curveDays({ points }: BenchOperation): Generator<NewCurveDay> {
  const axis = parisPeriodAxis(addDays(MONTH.from, -7), MONTH.toExclusive, 30);
  for (const [n, { id, role }] of points.entries()) {
    const peakWh = role === "producer" ? 20_000 : 1_500;
    const energyWh = Float64Array.from({ length: axis.length }, (_, t) => Math.round(seededUniform(1, t, n) * peakWh));
    energyWh[400 + n] = Number.NaN;
    const quantity = role === "producer" ? "injection" : "withdrawal";
    for (const day of splitIntoParisDays({ axis, energyWh })) {
      const { knownWh, missingCount } = sumEnergy(day.energyWh);
      yield { meteringPointId: id, quantity, ...day, version: 1, totalWh: knownWh, missingCount };
    }
  }
}

async function runSettlement({ id }: BenchOperation): Promise<void> {
  const result = await settlePeriod({ id }, operatorScope.actor, MONTH.from);
  if (result.status !== "settled") throw new Error(`the period was not settled: ${result.status}`);
}

async function readBareRows({ id }: BenchOperation): Promise<void> {
  await pool.query("SELECT metering_point_id, quantity, day, energy_wh FROM load_curve_day WHERE operation_id = $1", [
    id,
  ]);
}
