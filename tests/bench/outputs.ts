import { randomInt, randomUUID } from "node:crypto";
import { operatorScope } from "@/lib/cli/operator-scope";
import { copyCurveDays } from "@/lib/data/load-curve-days";
import { inTransaction, pool } from "@/lib/data/pg";
import { civilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { buildRunFile, type RunFile } from "@/lib/services/outputs/build-run-file";
import { buildStatements } from "@/lib/services/outputs/build-statements";
import { settlePeriod } from "@/lib/services/settle-period";
import type { BenchRow } from "./allocation";
import { createBenchOperation } from "./bench-operation";
import { randomCurves } from "./random-curves";

const SIZE = { consumers: 230, producers: 10 };
const MONTH: Period = { from: civilDate("2026-06-01"), toExclusive: civilDate("2026-07-01") };
const SAMPLE_MS = 50;

type Written = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly addedMegabytes: number;
};

/** Times the files and the statements of a month of 230 consumers and 10 producers, each participant with one point. */
export async function benchOutputs(): Promise<BenchRow[]> {
  const { operation, runId } = await prepareRun();
  await write(await buildRunFile(operation, runId, "totals")); // what is loaded once is not timed
  const rows: BenchRow[] = [];
  for (const { kind, aimSeconds } of [
    { kind: "curves" as const, aimSeconds: 5 },
    { kind: "annex-6" as const, aimSeconds: 10 },
    { kind: "workbook" as const, aimSeconds: 15 },
    { kind: "all" as const, aimSeconds: 30 },
  ]) {
    rows.push(
      toRow(`files of a run, ${kind}`, await writeTimed(() => buildRunFile(operation, runId, kind)), aimSeconds),
    );
  }
  const statements = await writeTimed(() => buildStatements(operation, runId, null));
  rows.push(toRow(`${SIZE.consumers + SIZE.producers} statements`, statements, 45));
  return rows;
}

// Of this process alone: what else runs on the machine does not count, nor does the database.
function toRow(name: string, written: Written, aimSeconds: number): BenchRow {
  const { seconds, cpuSeconds, megabytes, addedMegabytes } = written;
  const size = `${megabytes.toFixed(1)} MB, ${addedMegabytes.toFixed(0)} MB more in memory at most`;
  return {
    name: `${name} / ${aimSeconds} s`,
    ratio: cpuSeconds / aimSeconds,
    aim: 1,
    detail: `${cpuSeconds.toFixed(1)} s of processor, ${seconds.toFixed(1)} s in all, ${size}`,
  };
}

async function writeTimed(build: () => Promise<RunFile | null>): Promise<Written> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const sampler = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, SAMPLE_MS);
  const startMs = performance.now();
  const startCpu = process.cpuUsage();
  const bytes = await write(await build());
  const seconds = (performance.now() - startMs) / 1000;
  const { user, system } = process.cpuUsage(startCpu);
  const cpuSeconds = (user + system) / 1e6;
  clearInterval(sampler);
  return { seconds, cpuSeconds, megabytes: bytes / 1e6, addedMegabytes: (most - before) / 1e6 };
}

async function write(file: RunFile | null): Promise<number> {
  if (!file) throw new Error("there is no such file");
  if (file.content instanceof Uint8Array) return file.content.length;
  let bytes = 0;
  for await (const chunk of file.content) bytes += chunk.length;
  return bytes;
}

async function prepareRun() {
  const bench = await createBenchOperation(MONTH.from, SIZE);
  await inTransaction((client) => copyCurveDays(client, bench.id, randomUUID(), randomCurves(bench, MONTH)));
  await giveOneHolderEach(bench.id);
  const accNumber = `ACC${String(randomInt(1e8)).padStart(8, "0")}`;
  await pool.query("UPDATE operation SET acc_number = $2 WHERE id = $1", [bench.id, accNumber]);
  const operation = { id: bench.id, sheet: { ...bench.sheet, accNumber }, collectivity: { name: "Bench" } };
  const result = await settlePeriod(operation, operatorScope.actor, MONTH.from);
  if (result.status !== "settled") throw new Error(`the period was not settled: ${result.status}`);
  return { operation, runId: result.runId };
}

// A participant has the id of his point.
async function giveOneHolderEach(operationId: string): Promise<void> {
  await pool.query(
    `INSERT INTO participant (operation_id, id, name, address)
     SELECT operation_id, id, 'Participant ' || name, '1 place de la République, 66999 Saint-Exemple'
       FROM metering_point WHERE operation_id = $1`,
    [operationId],
  );
  await pool.query("UPDATE metering_point SET participant_id = id WHERE operation_id = $1", [operationId]);
  await pool.query("UPDATE attachment SET participant_id = metering_point_id WHERE operation_id = $1", [operationId]);
}
