import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { insertQueuedImport } from "@/lib/data/measure-import-writing";
import { enqueueMeasureImport, startQueue, stopQueue } from "@/lib/data/queue";
import { MEASURE_IMPORT_QUEUE } from "@/lib/data/queue-names";
import { civilDate } from "@/lib/domain/time/civil-date";
import { startWorkers } from "@/lib/jobs/start-workers";
import { readImport } from "@/lib/services/measures/read-import";
import { runQueuedImport } from "@/lib/services/measures/run-queued-import";
import { submitMeasures } from "@/lib/services/measures/submit-measures";
import { INLINE_BYTES } from "@/lib/services/measures/upload-limits";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { emptyQueue } from "../../support/empty-queue";
import { namedCurveFile, type TestUpload } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const YEAR = ["2026-01-01", "2026-12-31"] as const;
const A_WHILE = { timeout: 20_000, interval: 100 };

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: civilDate("2026-01-01") });
});

afterAll(stopQueue);

const curve = (point: string) => namedCurveFile(operation, { point, days: YEAR, energyWh: 100 });

/** Stores an import for a worker; with a job only when asked. */
async function queueImport(uploads: readonly TestUpload[], { withJob }: { withJob: boolean }): Promise<string> {
  const importId = randomUUID();
  const files = uploads.map((upload) => ({ ...upload, sha256: createHash("sha256").update(upload.bytes).digest() }));
  const { actor } = collectivity.users.officer;
  await insertQueuedImport(operation.id, { importId, actor, files }, async (client) => {
    if (withJob) await enqueueMeasureImport(client, { operationId: operation.id, importId });
  });
  return importId;
}

async function countStored() {
  const [row] = await sql<{ days: number; events: number }>(
    `SELECT (SELECT count(*)::int FROM load_curve_day WHERE operation_id = $1) AS days,
            (SELECT count(*)::int FROM audit_event WHERE operation_id = $1 AND action LIKE '%.measures') AS events`,
    [operation.id],
  );
  return row;
}

/** Lets every import get as far as its last statements, and no further, until it is called again. */
async function holdImports(): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query("BEGIN");
  await client.query("LOCK TABLE imported_curve IN EXCLUSIVE MODE");
  return () => client.end();
}

const waitForStatus = (importId: string, status: string) =>
  vi.waitFor(async () => expect(await readImport(operation.id, importId)).toMatchObject({ status }), A_WHILE);

describe("a queued import", () => {
  test("runs once; run again it doubles nothing and forgets nothing", async () => {
    const importId = await queueImport([curve("Mairie"), curve("École")], { withJob: false });
    expect(await readImport(operation.id, importId)).toMatchObject({ status: "queued", report: null });
    await runQueuedImport(operation.id, importId);
    const done = await readImport(operation.id, importId);
    expect(done).toMatchObject({ status: "done", filesDone: 2, report: { totals: { newDayCount: 730 } } });
    await runQueuedImport(operation.id, importId);
    expect(await readImport(operation.id, importId)).toEqual(done);
    expect(await countStored()).toEqual({ days: 730, events: 1 });
  });

  test("taken up twice at once keeps the report of the run that wrote", async () => {
    const importId = await queueImport([curve("Mairie")], { withJob: false });
    await Promise.all([runQueuedImport(operation.id, importId), runQueuedImport(operation.id, importId)]);
    expect(await readImport(operation.id, importId)).toMatchObject({
      status: "done",
      report: { totals: { newDayCount: 365 } },
    });
    expect(await countStored()).toEqual({ days: 365, events: 1 });
  });

  test("that is refused is over too", async () => {
    const importId = await queueImport([{ ...curve("Mairie"), name: "vacances.csv" }], { withJob: false });
    await runQueuedImport(operation.id, importId);
    await runQueuedImport(operation.id, importId);
    expect(await readImport(operation.id, importId)).toMatchObject({ status: "refused", fileNames: ["vacances.csv"] });
    expect(await countStored()).toEqual({ days: 0, events: 1 });
  });

  test("shows everyone how far it is while nothing of it is written", async () => {
    const importId = await queueImport([curve("Mairie"), curve("École"), curve("Toiture")], { withJob: false });
    const letGo = await holdImports();
    const running = runQueuedImport(operation.id, importId);
    await waitForStatus(importId, "running");
    const shown = await readImport(operation.id, importId);
    expect(shown).toMatchObject({ filesTotal: 3, report: null, finishedAt: null });
    expect(shown?.filesDone).toBeGreaterThan(0);
    expect(await countStored()).toEqual({ days: 0, events: 0 });
    await letGo();
    await running;
    expect(await readImport(operation.id, importId)).toMatchObject({ status: "done", filesDone: 3, filesTotal: 3 });
  });

  test("is neither stored nor queued when one of the two fails", async () => {
    const importId = randomUUID();
    const { actor } = collectivity.users.officer;
    const failing = insertQueuedImport(operation.id, { importId, actor, files: [] }, () =>
      Promise.reject(new Error("no queue")),
    );
    await expect(failing).rejects.toThrow("no queue");
    expect(await readImport(operation.id, importId)).toBeNull();
  });
});

describe("the workers", () => {
  /** What the queue knows of the job of an import. */
  const jobsOf = (importId: string) =>
    sql<{ name: string; state: string; retry_count: number }>(
      "SELECT name, state, retry_count FROM queue.job WHERE data->>'importId' = $1 AND name = $2",
      [importId, MEASURE_IMPORT_QUEUE],
    );

  beforeEach(async () => {
    await stopQueue();
    await emptyQueue(sql);
  });

  const giveOneTry = (importId: string) =>
    sql("UPDATE queue.job SET retry_limit = 0 WHERE data->>'importId' = $1", [importId]);

  test("take up what was queued before they started, and what is too long for a request", async () => {
    const early = await queueImport([curve("Mairie")], { withJob: true });
    await startWorkers();
    await waitForStatus(early, "done");

    const heavy = { name: "Perimetre_Participants.csv", bytes: new Uint8Array(INLINE_BYTES) };
    const { actor } = collectivity.users.officer;
    const submitted = await submitMeasures(operation.id, actor, [curve("École"), heavy]);
    expect(submitted.status).toBe("queued");
    await waitForStatus(submitted.importId, "done");
    expect((await readImport(operation.id, submitted.importId))?.report?.files).toMatchObject([
      { outcome: "imported", newDayCount: 365 },
      { outcome: "set_aside" },
    ]);
    expect(await countStored()).toEqual({ days: 730, events: 2 });
  });

  test("try again after a connection was cut, and nothing is doubled", async () => {
    await startWorkers();
    const letGo = await holdImports();
    const importId = await queueImport([curve("Mairie")], { withJob: true });
    await vi.waitFor(async () => {
      const cut = await sql(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'INSERT INTO imported_curve%'`,
      );
      expect(cut).toHaveLength(1);
    }, A_WHILE);
    await letGo();
    await waitForStatus(importId, "done");
    await vi.waitFor(
      async () => expect(await jobsOf(importId)).toMatchObject([{ state: "completed", retry_count: 1 }]),
      A_WHILE,
    );
    expect(await countStored()).toEqual({ days: 365, events: 1 });
  }, 30_000);

  test("mark an import as failed when its last try throws, and say so in the audit trail", async () => {
    const importId = await queueImport([curve("Mairie")], { withJob: true });
    await sql("UPDATE kept_file SET content = 'not what was kept' WHERE operation_id = $1", [operation.id]);
    await giveOneTry(importId);
    await startWorkers();
    await waitForStatus(importId, "failed");
    expect(await readImport(operation.id, importId)).toMatchObject({ report: null, finishedAt: expect.any(Date) });
    expect(await sql("SELECT action, via FROM audit_event WHERE object_id = $1", [importId])).toEqual([
      { action: "fail.measures", via: "job" },
    ]);
  });

  test("mark an import as failed when its last try died with its process", async () => {
    const importId = await queueImport([curve("Mairie")], { withJob: true });
    await giveOneTry(importId);
    const boss = await startQueue();
    const [claimed] = await boss.fetch(MEASURE_IMPORT_QUEUE); // a worker takes it, and is never heard of again
    expect(claimed?.data).toMatchObject({ importId });
    await sql("UPDATE queue.job SET heartbeat_on = now() - interval '1 hour' WHERE data->>'importId' = $1", [importId]);
    await sql("UPDATE queue.queue SET monitor_on = NULL");
    await startWorkers();
    await boss.supervise(MEASURE_IMPORT_QUEUE);
    await waitForStatus(importId, "failed");
    expect(await countStored()).toEqual({ days: 0, events: 1 });
  });
});
