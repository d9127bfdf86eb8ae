import "server-only";
import type { PoolClient } from "pg";
import { type JobWithMetadata, PgBoss } from "pg-boss";
import { env } from "@/lib/env";

/** Imports too long for one request. */
export const MEASURE_IMPORT_QUEUE = "measure-import";

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
  const boss = new PgBoss({ connectionString: env.DATABASE_URL, schema: "queue", max: 4 });
  // pg-boss reports a lost database here and goes on by itself; health tells the rest.
  boss.on("error", () => undefined);
  await boss.start();
  await boss.createQueue(MEASURE_IMPORT_QUEUE, {
    retryLimit: 3,
    retryBackoff: true,
    expireInSeconds: 3600,
    heartbeatSeconds: 30, // a killed worker is noticed in half a minute, and its import taken up again
  });
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

/** Runs `handle` for each queued import, one at a time in this process. */
export async function workOnMeasureImports(
  handle: (job: MeasureImportJob, tries: { readonly isLastTry: boolean }) => Promise<void>,
): Promise<void> {
  const boss = await startQueue();
  await boss.work(
    MEASURE_IMPORT_QUEUE,
    { pollingIntervalSeconds: 0.5, includeMetadata: true },
    async (jobs: JobWithMetadata<MeasureImportJob>[]) => {
      for (const { data, retryCount, retryLimit } of jobs) await handle(data, { isLastTry: retryCount >= retryLimit });
    },
  );
}
