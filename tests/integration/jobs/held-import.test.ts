import { spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startQueue, stopQueue } from "@/lib/data/queue";
import { MEASURE_IMPORT_QUEUE } from "@/lib/data/queue-names";
import { civilDate } from "@/lib/domain/time/civil-date";
import { startWorkers } from "@/lib/jobs/start-workers";
import { confirmImport } from "@/lib/services/measures/answer-import";
import { readImport } from "@/lib/services/measures/read-import";
import { submitMeasures } from "@/lib/services/measures/submit-measures";
import { INLINE_BYTES } from "@/lib/services/measures/upload-limits";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { emptyQueue } from "../../support/empty-queue";
import { namedCurveFile } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const A_WHILE = { timeout: 40_000, interval: 100 };

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: civilDate("2026-01-01") });
  await stopQueue();
  await emptyQueue(sql);
});

afterAll(stopQueue);

const waitForStatus = (importId: string, status: string) =>
  vi.waitFor(async () => expect(await readImport(operation.id, importId)).toMatchObject({ status }), A_WHILE);

/** A year of the town hall beside something heavy enough for a worker. */
async function holdLongImport(): Promise<string> {
  const curve = namedCurveFile(operation, { point: "Mairie", days: ["2026-01-01", "2026-12-31"], energyWh: 100 });
  const heavy = { name: "Perimetre_Participants.csv", bytes: new Uint8Array(INLINE_BYTES) };
  const { actor } = collectivity.users.officer;
  const { importId, status } = await submitMeasures(operation.id, actor, [curve, heavy], true);
  expect(status).toBe("queued");
  return importId;
}

async function countStored() {
  const [row] = await sql<{ days: number; imports: number }>(
    `SELECT (SELECT count(*)::int FROM load_curve_day WHERE operation_id = $1) AS days,
            (SELECT count(*)::int FROM audit_event WHERE operation_id = $1 AND action = 'import.measures') AS imports`,
    [operation.id],
  );
  return row;
}

test("a long import waits once a worker has looked at it, and is written by one once it is confirmed", async () => {
  await startWorkers();
  const importId = await holdLongImport();
  await waitForStatus(importId, "waiting");
  expect(await countStored()).toEqual({ days: 0, imports: 0 });
  expect(await confirmImport(operation.id, collectivity.users.officer.actor, importId)).toBe(true);
  await waitForStatus(importId, "done");
  expect(await countStored()).toEqual({ days: 365, imports: 1 });
}, 60_000);

test("a worker killed while it writes a confirmed import leaves it to another one, and nothing is doubled", async () => {
  await startWorkers();
  const importId = await holdLongImport();
  await waitForStatus(importId, "waiting");
  await stopQueue();

  const holder = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await holder.connect();
  await holder.query("BEGIN");
  await holder.query("LOCK TABLE imported_curve IN EXCLUSIVE MODE"); // it gets as far as its last statements
  await confirmImport(operation.id, collectivity.users.officer.actor, importId);
  const arguments_ = ["--import", "tsx", "--conditions=react-server", "lib/cli/worker.ts"];
  const worker = spawn(process.execPath, arguments_, { stdio: "ignore", env: { ...process.env } });
  await waitForStatus(importId, "running");
  await vi.waitFor(async () => expect(await writersWaiting()).toHaveLength(1), A_WHILE);
  worker.kill("SIGKILL");
  await once(worker, "exit");
  await holder.end();

  expect(await countStored()).toEqual({ days: 0, imports: 0 });
  await sql("UPDATE queue.job SET heartbeat_on = now() - interval '1 hour' WHERE data->>'importId' = $1", [importId]);
  await sql("UPDATE queue.queue SET monitor_on = NULL");
  await startWorkers();
  await (await startQueue()).supervise(MEASURE_IMPORT_QUEUE);
  await waitForStatus(importId, "done");
  expect(await countStored()).toEqual({ days: 365, imports: 1 });
}, 120_000);

/** Imports that wait for the lock the test holds. */
const writersWaiting = () =>
  sql(
    `SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'INSERT INTO imported_curve%'`,
  );
