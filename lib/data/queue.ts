import "server-only";
import type { PoolClient } from "pg";
import { type Job, PgBoss, type SendOptions, type WorkOptions } from "pg-boss";
import { env } from "@/lib/env";
import type {
  AccountMailJob,
  AnnouncementJob,
  ComparisonJob,
  DsoRequestJob,
  MeasureImportJob,
  QueueWork,
  SettlementQueueJob,
} from "./queue-jobs";
import {
  ACCOUNT_MAIL_QUEUE,
  ANNOUNCEMENT_QUEUE,
  COMPARISON_QUEUE,
  DIGEST_QUEUE,
  DSO_REQUEST_QUEUE,
  GIVEN_UP_QUEUE,
  GIVEN_UP_SETTLEMENT_QUEUE,
  MEASURE_IMPORT_QUEUE,
  MONEY_QUEUE,
  REQUEST_EFFECT_QUEUE,
  RETENTION_QUEUE,
  SETTLEMENT_QUEUE,
  SUSPICION_SEARCH_QUEUE,
  UNSENT_ACCOUNT_MAIL_QUEUE,
  UNSENT_ANNOUNCEMENT_QUEUE,
} from "./queue-names";

/** Requests run one at a time in all processes: they share the quotas of one account. */
const DSO_ACCOUNT = { id: "dso-account" };

const EVERY_MORNING = "0 7 * * *"; // 07:00 in Paris
const EVERY_NIGHT = "30 3 * * *"; // 03:30 in Paris
const AFTER_MIDNIGHT = "5 0 * * *"; // 00:05 in Paris: a day has just come

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
    createSchema: false, // deploying did, and gave it to this user: it may make none
    max: 4,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  });
  // pg-boss reports a lost database here and goes on by itself; health tells the rest.
  boss.on("error", () => undefined);
  await boss.start();
  for (const name of [
    GIVEN_UP_QUEUE,
    UNSENT_ANNOUNCEMENT_QUEUE,
    UNSENT_ACCOUNT_MAIL_QUEUE,
    GIVEN_UP_SETTLEMENT_QUEUE,
  ]) {
    await boss.createQueue(name, { retryLimit: 10, retryBackoff: true });
  }
  const taken = {
    retryLimit: 3,
    retryBackoff: true,
    expireInSeconds: 3600,
    heartbeatSeconds: 30, // a killed worker is noticed within a minute, and its job taken up again
  };
  const policies = {
    [MEASURE_IMPORT_QUEUE]: { ...taken, deadLetter: GIVEN_UP_QUEUE },
    [SUSPICION_SEARCH_QUEUE]: taken,
    // Ten years of a large operation take the better part of an hour.
    [SETTLEMENT_QUEUE]: { ...taken, deadLetter: GIVEN_UP_SETTLEMENT_QUEUE, expireInSeconds: 6 * 3600 },
    [COMPARISON_QUEUE]: taken,
    // A mail server that asks to come back later is given half an hour.
    [ANNOUNCEMENT_QUEUE]: { ...taken, retryLimit: 5, retryDelay: 60, deadLetter: UNSENT_ANNOUNCEMENT_QUEUE },
    [ACCOUNT_MAIL_QUEUE]: { ...taken, retryLimit: 5, retryDelay: 60, deadLetter: UNSENT_ACCOUNT_MAIL_QUEUE },
    // A thousand calls take an hour and more; a process that goes away is not the request's fault.
    [DSO_REQUEST_QUEUE]: { ...taken, deadLetter: GIVEN_UP_QUEUE, retryLimit: 10, expireInSeconds: 23 * 3600 },
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
  // A mail server that is away is tried again until noon.
  const morning = {
    policy: "exclusive" as const,
    retryLimit: 6,
    retryDelay: 300,
    retryBackoff: true,
    expireInSeconds: 3600,
  };
  await boss.createQueue(DIGEST_QUEUE, morning);
  await boss.schedule(DIGEST_QUEUE, EVERY_MORNING, {}, { tz: "Europe/Paris" });
  await boss.createQueue(MONEY_QUEUE, {
    policy: "exclusive",
    retryLimit: 3,
    retryBackoff: true,
    expireInSeconds: 6 * 3600,
    heartbeatSeconds: 30, // a killed worker is noticed, and the rest taken up again
  });
  await boss.createQueue(REQUEST_EFFECT_QUEUE, {
    policy: "exclusive",
    retryLimit: 3,
    retryBackoff: true,
    expireInSeconds: 3600,
  });
  await boss.schedule(REQUEST_EFFECT_QUEUE, AFTER_MIDNIGHT, {}, { tz: "Europe/Paris" });
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
  await enqueueWith(client, MEASURE_IMPORT_QUEUE, job, { startAfter: startAfterSeconds });
}

/** Queues a search inside the transaction that writes the curves: it never starts before they are there. */
export async function enqueueSuspicionSearch(client: PoolClient, job: MeasureImportJob): Promise<void> {
  await enqueueWith(client, SUSPICION_SEARCH_QUEUE, job);
}

/** Queues a request inside the transaction that opens it. */
export async function enqueueDsoRequest(client: PoolClient, job: MeasureImportJob): Promise<void> {
  const first: DsoRequestJob = { ...job, tries: 0 };
  await enqueueWith(client, DSO_REQUEST_QUEUE, first, { group: DSO_ACCOUNT });
}

/** Queues the messages of a version inside the transaction that makes them. */
export async function enqueueAnnouncements(client: PoolClient, job: AnnouncementJob): Promise<void> {
  await enqueueWith(client, ANNOUNCEMENT_QUEUE, job);
}

/** Queues a message of an account inside the transaction that asks for it; it holds no token and no address. */
export async function enqueueAccountMail(client: PoolClient, job: AccountMailJob): Promise<void> {
  await enqueueWith(client, ACCOUNT_MAIL_QUEUE, job);
}

/** Queues a settlement inside the transaction that lists its periods. */
export async function enqueueSettlement(client: PoolClient, job: SettlementQueueJob): Promise<void> {
  await enqueueWith(client, SETTLEMENT_QUEUE, job);
}

/** Queues the comparisons of an operation inside the transaction after which they are out of date. */
export async function enqueueComparisons(client: PoolClient, job: ComparisonJob): Promise<void> {
  await enqueueWith(client, COMPARISON_QUEUE, job);
}

/** Queues the rest of a request that has to wait. */
export async function postponeDsoRequest(job: DsoRequestJob, seconds: number): Promise<void> {
  const boss = await startQueue();
  await boss.send(DSO_REQUEST_QUEUE, job, { startAfter: seconds, group: DSO_ACCOUNT });
}

async function enqueueWith(
  client: PoolClient,
  queue: string,
  job: object,
  options: Pick<SendOptions, "startAfter" | "group"> = {},
): Promise<void> {
  const boss = await startQueue();
  const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
  await boss.send(queue, job, { db, ...options });
}

/** Takes queued imports, one at a time in this process. */
export async function workOnMeasureImports({ run, giveUp }: QueueWork<MeasureImportJob>): Promise<void> {
  await takeFrom(MEASURE_IMPORT_QUEUE, run);
  await takeFrom(GIVEN_UP_QUEUE, giveUp);
}

/** Searches taken at once: run again they change nothing, so that one which fails may take the others back with it. */
const SEARCHES_AT_ONCE = 20;

/** Takes queued searches, one after the other in this process. */
export async function workOnSuspicionSearches(run: QueueWork<MeasureImportJob>["run"]): Promise<void> {
  await takeFrom(SUSPICION_SEARCH_QUEUE, run, { batchSize: SEARCHES_AT_ONCE });
}

/** Takes queued comparisons, one after the other in this process; those that ask for the same find nothing left to do. */
export async function workOnComparisons(run: (job: ComparisonJob) => Promise<void>): Promise<void> {
  await takeFrom(COMPARISON_QUEUE, run);
}

/** Takes queued requests, one at a time in all processes. */
export async function workOnDsoRequests(run: (job: DsoRequestJob) => Promise<void>): Promise<void> {
  await takeFrom(DSO_REQUEST_QUEUE, run, { groupConcurrency: 1 });
}

/** Takes queued announcements, one version at a time in this process. */
export async function workOnAnnouncements({ run, giveUp }: QueueWork<AnnouncementJob>): Promise<void> {
  await takeFrom(ANNOUNCEMENT_QUEUE, run);
  await takeFrom(UNSENT_ANNOUNCEMENT_QUEUE, giveUp);
}

/** Takes queued messages of accounts, one at a time in this process. */
export async function workOnAccountMails({ run, giveUp }: QueueWork<AccountMailJob>): Promise<void> {
  await takeFrom(ACCOUNT_MAIL_QUEUE, run);
  await takeFrom(UNSENT_ACCOUNT_MAIL_QUEUE, giveUp);
}

/** Takes queued settlements, one at a time in this process. */
export async function workOnSettlements({ run, giveUp }: QueueWork<SettlementQueueJob>): Promise<void> {
  await takeFrom(SETTLEMENT_QUEUE, run);
  await takeFrom(GIVEN_UP_SETTLEMENT_QUEUE, giveUp);
}

async function takeFrom<T extends object>(
  queue: string,
  handle: (job: T) => Promise<void>,
  options: WorkOptions = {},
): Promise<void> {
  const boss = await startQueue();
  await boss.work(queue, { pollingIntervalSeconds: 0.5, ...options }, async (jobs: Job<T>[]) => {
    for (const { data } of jobs) await handle(data);
  });
}

/** Runs the nightly retention in this process, one at a time in all of them. */
export async function workOnRetention(run: () => Promise<void>): Promise<void> {
  const boss = await startQueue();
  await boss.work(RETENTION_QUEUE, { pollingIntervalSeconds: 5 }, run);
}

/** Makes requests take effect in this process, one at a time in all of them; at once, for the days it was not running. */
export async function workOnRequestEffects(run: () => Promise<void>): Promise<void> {
  const boss = await startQueue();
  await boss.work(REQUEST_EFFECT_QUEUE, { pollingIntervalSeconds: 5 }, run);
  await boss.send(REQUEST_EFFECT_QUEUE, {});
}

/** Derives outdated money anew in this process, one run at a time in all of them; at once, as a version has just started. */
export async function workOnOutdatedMoney(run: () => Promise<void>): Promise<void> {
  const boss = await startQueue();
  await boss.work(MONEY_QUEUE, { pollingIntervalSeconds: 5 }, run);
  await boss.send(MONEY_QUEUE, {});
}

/**
 * Sends the morning's digests in this process, one run at a time in all of them.
 *
 * @param isDue - Their hour is over: at once too, for the case that no process was running then.
 */
export async function workOnDigests(run: () => Promise<void>, isDue: boolean): Promise<void> {
  const boss = await startQueue();
  await boss.work(DIGEST_QUEUE, { pollingIntervalSeconds: 5 }, run);
  if (isDue) await boss.send(DIGEST_QUEUE, {});
}
