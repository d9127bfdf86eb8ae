import { randomUUID } from "node:crypto";
import { copyCurveDays } from "@/lib/data/load-curve-days";
import { inTransaction, pool } from "@/lib/data/pg";
import { splitEqually } from "@/lib/domain/coefficients/split-equally";
import { addDays, type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { previewOperationKey } from "@/lib/services/coefficients/preview-operation-key";
import type { BenchRow } from "./allocation";
import { type BenchOperation, createBenchOperation } from "./bench-operation";
import { race } from "./race";
import { yearCurves } from "./year-curves";

const YEAR = { from: civilDate("2025-01-01"), toExclusive: civilDate("2026-01-01") };
const PRODUCERS = 2;
/** What an officer who types a share waits for. */
const ANSWER_MS = 300;
const SIZES = [
  { consumers: 50, rounds: 5, warmAimMs: ANSWER_MS, coldAim: 5 },
  { consumers: 1_000, rounds: 2, warmAimMs: 10 * ANSWER_MS, coldAim: 5 },
];

/** Times a key tried on a year of half-hours: first with curves to read, then with those kept in memory. */
export async function benchPreview(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const size of SIZES) rows.push(...(await benchSize(size)));
  return rows;
}

async function benchSize({ consumers, rounds, warmAimMs, coldAim }: (typeof SIZES)[number]): Promise<BenchRow[]> {
  const operation = await createBenchOperation(YEAR.from, { consumers, producers: PRODUCERS });
  await inTransaction((client) => copyCurveDays(client, operation.id, randomUUID(), yearCurves(operation, YEAR)));
  await pool.query("ANALYZE load_curve_day");
  // What is kept is of one day: another one is read again. All of them end the same twelve months.
  let day = YEAR.toExclusive;
  const nextDay = async () => {
    day = addDays(day, 1);
    return day;
  };
  const cold = await race(
    { prepare: nextDay, run: (asked) => tryKey(operation, asked) },
    { prepare: nextDay, run: () => readBareRows(operation) },
    rounds,
  );
  await tryKey(operation, day);
  const times: number[] = [];
  for (let round = 0; round <= 2 * rounds; round += 1) {
    const startMs = performance.now();
    await tryKey(operation, day);
    times.push(performance.now() - startMs);
  }
  const warmMs = times.sort((a, b) => a - b)[rounds] as number;
  const what = `key tried on a year of ${consumers} consumers and ${PRODUCERS} producers`;
  return [
    {
      name: `preview, ${what}, curves in memory / ${warmAimMs} ms`,
      ratio: warmMs / warmAimMs,
      aim: 1,
      detail: `${warmMs.toFixed(0)} ms`,
    },
    {
      name: `preview, ${what}, curves read / bare SELECT of their days`,
      ratio: cold.ratio,
      aim: coldAim,
      detail: `${cold.candidateMs.toFixed(0)} ms, reference ${cold.referenceMs.toFixed(0)} ms`,
    },
  ];
}

async function tryKey(operation: BenchOperation, day: CivilDate): Promise<void> {
  const consumers = operation.points.filter(({ role }) => role === "consumer");
  const ppm = splitEqually(consumers.length, 1);
  const ppmByPrm = new Map(consumers.map(({ prm }, n) => [prm, ppm[n] as number]));
  const { tried, period } = await previewOperationKey(operation, day, { kind: "static", ppmByPrm });
  if (period.from !== YEAR.from || tried.leftOutSteps > 0) throw new Error("the year is not whole");
}

async function readBareRows({ id }: BenchOperation): Promise<void> {
  await pool.query(
    "SELECT metering_point_id, quantity, day, step_minutes, energy_wh FROM load_curve_day WHERE operation_id = $1",
    [id],
  );
}
