import "server-only";
import type { PoolClient } from "pg";
import { type Job, PgBoss } from "pg-boss";
import { env } from "@/lib/env";

/** Imports too long for one request. */
export const MEASURE_IMPORT_QUEUE = "measure-import";

/** Searches for what is suspect in the curves an import wrote. */
export const SUSPICION_SEARCH_QUEUE = "suspicion-search";

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
  const taken = {
    retryLimit: 3,
    retryBackoff: true,
    expireInSeconds: 3600,
    heartbeatSeconds: 30, // a killed worker is noticed within a minute, and its job taken up again
  };
  const policies = {
    [MEASURE_IMPORT_QUEUE]: { ...taken, deadLetter: GIVEN_UP_QUEUE },
    [SUSPICION_SEARCH_QUEUE]: taken,
  };
  for (const [name, policy] of Object.entries(policies)) {
    await boss.createQueue(name, policy);
    await boss.updateQueue(name, policy); // a queue that was already there keeps its old policy
  }
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

/**
 * Queues an import inside the transaction that stores its files: both are kept or none.
 *
 * @param startAfterSeconds - For an import that the sender of the job runs itself: the job is for the case that it dies.
 */
export async function enqueueMeasureImport(
  client: PoolClient,
  job: MeasureImportJob,
  startAfterSeconds = 0,
): Promise<void> {
  await enqueueWith(client, MEASURE_IMPORT_QUEUE, job, startAfterSeconds);
}

/** Queues a search inside the transaction that writes the curves: it never starts before they are there. */
export async function enqueueSuspicionSearch(client: PoolClient, job: MeasureImportJob): Promise<void> {
  await enqueueWith(client, SUSPICION_SEARCH_QUEUE, job);
}

async function enqueueWith(client: PoolClient, queue: string, job: MeasureImportJob, startAfter = 0): Promise<void> {
  const boss = await startQueue();
  const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
  await boss.send(queue, job, { db, startAfter });
}

/** What a process does with the imports that are its turn. */
export type MeasureImportWork = {
  readonly run: (job: MeasureImportJob) => Promise<void>;
  /** After the last try, however it ended. */
  readonly giveUp: (job: MeasureImportJob) => Promise<void>;
};

/** Takes queued imports, one at a time in this process. */
export async function workOnMeasureImports({ run, giveUp }: MeasureImportWork): Promise<void> {
  await takeFrom(MEASURE_IMPORT_QUEUE, run);
  await takeFrom(GIVEN_UP_QUEUE, giveUp);
}

/** Searches taken at once: run again they change nothing, so that one which fails may take the others back with it. */
const SEARCHES_AT_ONCE = 20;

/** Takes queued searches, one after the other in this process. */
export async function workOnSuspicionSearches(run: MeasureImportWork["run"]): Promise<void> {
  await takeFrom(SUSPICION_SEARCH_QUEUE, run, SEARCHES_AT_ONCE);
}

async function takeFrom(queue: string, handle: MeasureImportWork["run"], batchSize = 1): Promise<void> {
  const boss = await startQueue();
  await boss.work(queue, { pollingIntervalSeconds: 0.5, batchSize }, async (jobs: Job<MeasureImportJob>[]) => {
    for (const { data } of jobs) await handle(data);
  });
}

/** Runs the nightly retention in this process, one at a time in all of them. */
export async function workOnRetention(run: () => Promise<void>): Promise<void> {
  const boss = await startQueue();
  await boss.work(RETENTION_QUEUE, { pollingIntervalSeconds: 5 }, run);
}
