import { randomUUID } from "node:crypto";
import { copyCurveDays, type NewCurveDay } from "@/lib/data/load-curve-days";
import { inTransaction, pool } from "@/lib/data/pg";
import { downSampleGroup } from "@/lib/domain/explorer/down-sample-group";
import { seededUniform } from "@/lib/domain/profiles/seeded-uniform";
import { splitIntoParisDays } from "@/lib/domain/series/split-into-paris-days";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { writeCurveWorkbook } from "@/lib/formats/curve-workbook/write-curve-workbook";
import { readExplorer } from "@/lib/services/measures/read-explorer";
import { toExplorerSheet } from "@/lib/services/measures/to-explorer-sheet";
import type { BenchRow } from "./allocation";
import { type BenchOperation, createBenchOperation } from "./bench-operation";
import { race } from "./race";

const PRMS = 20;
const YEAR = { from: civilDate("2025-01-01"), toExclusive: civilDate("2026-01-01") };
const ROUNDS = 5;
const XLSX_AIM_MS = 10_000;

/** Times a year of half-hours of 20 metering points, from their stored days to what a screen draws and a file holds. */
export async function benchExplorer(): Promise<BenchRow[]> {
  const operation = await createBenchOperation(YEAR.from, { consumers: PRMS, producers: 0 });
  await inTransaction((client) => copyCurveDays(client, operation.id, randomUUID(), curveDays(operation)));
  await pool.query("ANALYZE load_curve_day");
  const prepare = async () => operation;
  const { ratio, candidateMs, referenceMs } = await race(
    { prepare, run: drawYear },
    { prepare, run: readBareRows },
    ROUNDS,
  );
  const startMs = performance.now();
  const bytes = await writeCurveWorkbook(toExplorerSheet(await readYear(operation), "step"));
  const xlsxMs = performance.now() - startMs;
  return [
    {
      name: `explorer, year of ${PRMS} PRM read, corrected, down-sampled / bare SELECT of its days`,
      ratio,
      aim: 5,
      detail: `${candidateMs.toFixed(0)} ms, reference ${referenceMs.toFixed(0)} ms`,
    },
    {
      name: `explorer, the same as XLSX, step by step / ${XLSX_AIM_MS / 1000} s`,
      ratio: xlsxMs / XLSX_AIM_MS,
      aim: 1,
      detail: `${(xlsxMs / 1000).toFixed(1)} s, ${(bytes.length / 1e6).toFixed(1)} MB`,
    },
  ];
}

/** A year and the week before it; each metering point misses one value, so that there is something to correct. */
function* curveDays({ points }: BenchOperation): Generator<NewCurveDay> {
  const axis = parisPeriodAxis(addDays(YEAR.from, -7), YEAR.toExclusive, 30);
  for (const [n, { id }] of points.entries()) {
    const energyWh = Float64Array.from({ length: axis.length }, (_, t) => Math.round(seededUniform(1, t, n) * 1_500));
    energyWh[400 + n] = Number.NaN;
    for (const day of splitIntoParisDays({ axis, energyWh })) {
      const { knownWh, missingCount } = sumEnergy(day.energyWh);
      yield { meteringPointId: id, quantity: "withdrawal", ...day, version: 1, totalWh: knownWh, missingCount };
    }
  }
}

function readYear(operation: BenchOperation) {
  const query = {
    choices: operation.points.map(({ prm }) => prm),
    isSum: false,
    startMs: parisMidnightMs(YEAR.from),
    endMs: parisMidnightMs(YEAR.toExclusive),
    comparison: null,
  };
  return readExplorer(operation, query, YEAR.toExclusive);
}

async function drawYear(operation: BenchOperation): Promise<void> {
  const { curves } = await readYear(operation);
  const points = curves.map(({ group }) => downSampleGroup(group, "day").length);
  if (points.length !== PRMS || points.some((count) => count !== 365)) throw new Error("a curve is not whole");
}

async function readBareRows({ id }: BenchOperation): Promise<void> {
  await pool.query(
    "SELECT metering_point_id, quantity, day, step_minutes, energy_wh FROM load_curve_day WHERE operation_id = $1",
    [id],
  );
}
