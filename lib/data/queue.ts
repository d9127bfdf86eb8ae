import "server-only";
import type { PoolClient } from "pg";
import { type Job, PgBoss } from "pg-boss";
import { env } from "@/lib/env";

/** Imports too long for one request. */
export const MEASURE_IMPORT_QUEUE = "measure-import";

/** Where the queue puts imports it gave up: each try threw, or ended with its process. */
const GIVEN_UP_QUEUE = "measure-import-given-up";

/** Once a night: personal data kept long enough are erased. */
export const RETENTION_QUEUE = "personal-data-retention";

const EVERY_NIGHT = "30 3 * * *"; // 03:30 in Paris

export type MeasureImportJob = { readonly operationId: string; readonly importId: string };

// The dev server reloads modules: keep one instance across reloads.
const store = globalThis as unknown as { queue?: Promise<PgBoss> };

/** The queue, started once per process, in the database everything else is in. */
export function startQueue(): Promise<PgBoss> {
  store.queue ??= open().catch((error) => {
    store.queue = undefined; // the next caller tries again
    throw error;
  });
  return store.queue;
}

async function open(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env.DATABASE_URL,
    schema: "queue",
    max: 4,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  });
  // pg-boss reports a lost database here and goes on by itself; health tells the rest.
  boss.on("error", () => undefined);
  await boss.start();
  await boss.createQueue(GIVEN_UP_QUEUE, { retryLimit: 10, retryBackoff: true });
  const policy = {
    retryLimit: 3,
    retryBackoff: true,
    expireInSeconds: 3600,
    heartbeatSeconds: 30, // a killed worker is noticed within a minute, and its import taken up again
    deadLetter: GIVEN_UP_QUEUE,
  };
  await boss.createQueue(MEASURE_IMPORT_QUEUE, policy);
  await boss.updateQueue(MEASURE_IMPORT_QUEUE, policy); // a queue that was already there keeps its old policy
  await boss.createQueue(RETENTION_QUEUE, {
    policy: "exclusive",
    retryLimit: 3,
    retryBackoff: true,
    expireInSeconds: 7200,
  });
  await boss.schedule(RETENTION_QUEUE, EVERY_NIGHT, {}, { tz: "Europe/Paris" });
  return boss;
}

export async function stopQueue(): Promise<void> {
  const boss = await store.queue;
  store.queue = undefined;
  await boss?.stop({ graceful: true, timeout: 20_000 });
}

/** Queues an import inside the transaction that stores its files: both are kept or none. */
export async function enqueueMeasureImport(client: PoolClient, job: MeasureImportJob): Promise<void> {
  const boss = await startQueue();
  const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
  await boss.send(MEASURE_IMPORT_QUEUE, job, { db });
}

/** What a process does with the imports that are its turn. */
export type MeasureImportWork = {
  readonly run: (job: MeasureImportJob) => Promise<void>;
  /** After the last try, however it ended. */
  readonly giveUp: (job: MeasureImportJob) => Promise<void>;
};

/** Takes queued imports, one at a time in this process. */
export async function workOnMeasureImports({ run, giveUp }: MeasureImportWork): Promise<void> {
  const boss = await startQueue();
  const takeFrom = (queue: string, handle: MeasureImportWork["run"]) =>
    boss.work(queue, { pollingIntervalSeconds: 0.5 }, async (jobs: Job<MeasureImportJob>[]) => {
      for (const { data } of jobs) await handle(data);
    });
  await takeFrom(MEASURE_IMPORT_QUEUE, run);
  await takeFrom(GIVEN_UP_QUEUE, giveUp);
}

/** Runs the nightly retention in this process, one at a time in all of them. */
export async function workOnRetention(run: () => Promise<void>): Promise<void> {
  const boss = await startQueue();
  await boss.work(RETENTION_QUEUE, { pollingIntervalSeconds: 5 }, run);
}
