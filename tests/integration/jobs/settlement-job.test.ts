import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { startQueue, stopQueue } from "@/lib/data/queue";
import { SETTLEMENT_QUEUE } from "@/lib/data/queue-names";
import { takeSettlementJob } from "@/lib/data/settlement-job-writing";
import { civilDate } from "@/lib/domain/time/civil-date";
import { startWorkers } from "@/lib/jobs/start-workers";
import { closePeriod } from "@/lib/services/periods/close-period";
import { giveUpSettlement } from "@/lib/services/periods/give-up-settlement";
import { queueSettlement } from "@/lib/services/periods/queue-settlement";
import { readSettlementJob } from "@/lib/services/periods/read-settlement-job";
import { runSettlementJob } from "@/lib/services/periods/run-settlement-job";
import { stopSettlement } from "@/lib/services/periods/stop-settlement";
import { listRuns } from "@/lib/services/runs/list-runs";
import { settlePeriod } from "@/lib/services/settle-period";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { emptyQueue } from "../../support/empty-queue";
import { expectRefusal } from "../../support/expect-answer";
import { importTestCurves } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const A_WHILE = { timeout: 20_000, interval: 100 };
const [JUNE, JULY, AUGUST] = [civilDate("2026-06-29"), civilDate("2026-07-01"), civilDate("2026-08-01")];
const TODAY = civilDate("2026-09-10");

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

/** Two days of June, then July, are measured; August is not. */
beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: JUNE, key: "default" });
  const days = ["2026-06-29", "2026-07-31"] as const;
  await importTestCurves(
    operation,
    ["Toiture", "Mairie", "École"].map((point) => ({ point, days, energyWh: 10 })),
  );
});

afterAll(stopQueue);

const actor = () => collectivity.users.officer.actor;
const queue = (periods: readonly ReturnType<typeof civilDate>[] | null = null) =>
  queueSettlement(operation, actor(), periods, TODAY);
const read = async (jobId: string) => {
  const job = await readSettlementJob(operation.id, jobId);
  return job && { state: job.state, outcomes: job.periods.map(({ outcome }) => outcome) };
};
const versions = async () => (await listRuns(operation.id)).map(({ period, version }) => [period.from, version]);

test("settles all that is ready, oldest first, and says what became of each", async () => {
  const jobId = await queue();
  expect(await read(jobId)).toEqual({ state: "queued", outcomes: [{ kind: "waiting" }, { kind: "waiting" }] });
  await runSettlementJob(operation.id, jobId);
  expect(await read(jobId)).toEqual({
    state: "done",
    outcomes: [
      { kind: "settled", version: 1 },
      { kind: "settled", version: 1 },
    ],
  });
  await expect(queue()).rejects.toMatchObject({ code: "NOTHING_TO_SETTLE" });
  const events = await sql(
    "SELECT via, actor_user_id FROM audit_event WHERE operation_id = $1 AND action = 'settle.period'",
    [operation.id],
  );
  expect(events).toEqual(Array(2).fill({ via: actor().via, actor_user_id: collectivity.users.officer.id }));
});

test("says what is unchanged, what misses measures by PRM, and what is refused", async () => {
  await settlePeriod(operation, actor(), JUNE);
  const jobId = await queue([JULY, JUNE, AUGUST]);
  await settlePeriod(operation, actor(), JULY);
  await closePeriod(operation.id, actor(), JULY); // between the request and its turn
  await runSettlementJob(operation.id, jobId);
  const { outcomes } = (await read(jobId)) ?? {};
  expect(outcomes).toMatchObject([
    { kind: "unchanged", version: 1 },
    { kind: "refused", code: "PERIOD_CLOSED" },
    { kind: "incomplete" },
  ]);
  const [, , august] = outcomes ?? [];
  const { prm } = operation.point("Mairie");
  const missing = august?.kind === "incomplete" ? august.missing : [];
  expect(missing.find((point) => point.prm === prm)).toMatchObject({ name: "Mairie", role: "consumer" });
});

test.for([
  ["no period", () => [civilDate("2026-07-02")], "UNKNOWN_PERIOD"],
  ["a period to come", () => [civilDate("2026-10-01")], "UNKNOWN_PERIOD"],
] as const)("%s is refused at once", async ([, periods, code]) => {
  await expect(queue(periods())).rejects.toMatchObject({ code });
});

test("a second job of an operation is refused while one is open, and taken once it is over", async () => {
  const tried = await Promise.allSettled([queue(), queue()]);
  expect(tried.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = tried.find((each) => each.status === "rejected");
  expect(refused?.reason).toMatchObject({ code: "SETTLEMENT_UNDER_WAY" });
  const [job] = tried.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  await runSettlementJob(operation.id, job as string);
  await queue([JUNE]);
});

describe("taken up again", () => {
  test("after its process died between two periods, it goes on with the next", async () => {
    const jobId = await queue();
    await takeSettlementJob(operation.id, jobId);
    await settlePeriod(operation, actor(), JUNE, jobId); // and nothing more: the process is gone
    expect(await read(jobId)).toMatchObject({ state: "running", outcomes: [{ kind: "settled" }, { kind: "waiting" }] });
    await runSettlementJob(operation.id, jobId);
    expect(await read(jobId)).toMatchObject({ state: "done", outcomes: [{ kind: "settled" }, { kind: "settled" }] });
    expect(await versions()).toEqual([
      [JULY, 1],
      [JUNE, 1],
    ]);
  });

  test("twice at once, it makes one version of each period", async () => {
    const jobId = await queue();
    await Promise.all([runSettlementJob(operation.id, jobId), runSettlementJob(operation.id, jobId)]);
    expect(await read(jobId)).toMatchObject({ state: "done", outcomes: [{ kind: "settled" }, { kind: "settled" }] });
    expect(await versions()).toHaveLength(2);
  });

  test("when it is over, it does nothing", async () => {
    const jobId = await queue();
    await runSettlementJob(operation.id, jobId);
    const before = await readSettlementJob(operation.id, jobId);
    await runSettlementJob(operation.id, jobId);
    expect(await readSettlementJob(operation.id, jobId)).toEqual(before);
  });
});

test("killed inside a period, it keeps neither the run nor its outcome, and settles it when taken up again", async () => {
  const jobId = await queue();
  await sql("ALTER TABLE settlement_run_pair ADD CONSTRAINT dies CHECK (false) NOT VALID");
  try {
    await expect(runSettlementJob(operation.id, jobId)).rejects.toThrow("dies");
    expect(await read(jobId)).toMatchObject({ state: "running", outcomes: [{ kind: "waiting" }, { kind: "waiting" }] });
    expect(await versions()).toEqual([]);
  } finally {
    await sql("ALTER TABLE settlement_run_pair DROP CONSTRAINT dies");
  }
  await runSettlementJob(operation.id, jobId);
  expect(await read(jobId)).toMatchObject({ state: "done", outcomes: [{ kind: "settled" }, { kind: "settled" }] });
});

test("stopped, it keeps what is settled and leaves the rest out", async () => {
  const jobId = await queue();
  await takeSettlementJob(operation.id, jobId);
  await settlePeriod(operation, actor(), JUNE, jobId);
  await stopSettlement(operation.id, actor(), jobId);
  expect(await read(jobId)).toMatchObject({ state: "stopping" });
  await runSettlementJob(operation.id, jobId);
  expect(await read(jobId)).toMatchObject({
    state: "cancelled",
    outcomes: [{ kind: "settled" }, { kind: "left_out" }],
  });
  await stopSettlement(operation.id, actor(), jobId);
  expect(await read(jobId)).toMatchObject({ state: "cancelled" });
});

test("given up, it says so, and another may start", async () => {
  const jobId = await queue();
  await giveUpSettlement(operation.id, jobId);
  expect(await read(jobId)).toMatchObject({ state: "failed", outcomes: [{ kind: "left_out" }, { kind: "left_out" }] });
  const events = await sql("SELECT action FROM audit_event WHERE object_id = $1 ORDER BY at", [jobId]);
  expect(events).toEqual([{ action: "queue.settlement" }, { action: "fail.settlement" }]);
  await queue();
});

describe("the workers", () => {
  beforeEach(async () => {
    await stopQueue();
    await emptyQueue(sql);
  });

  test("take a job a machine queued, whose status it follows", async () => {
    await startWorkers();
    const key = await collectivity.users.officer.key("write");
    const path = `/api/v1/operations/${operation.accNumber}/settlements`;
    const answer = await callApi(path, { key, json: { periods: [JUNE, JULY] } });
    expect(answer.status).toBe(202);
    const followed = answer.headers.get("location") ?? "";
    await vi.waitFor(async () => {
      const { settlement } = await (await callApi(followed, { key })).json();
      expect(settlement).toMatchObject({
        state: "done",
        doneCount: 2,
        periods: [{ outcome: { kind: "settled", version: 1 } }, {}],
      });
    }, A_WHILE);
    const stopped = await callApi(`${followed}/cancel`, { key, json: {} });
    expect((await stopped.json()).settlement.state).toBe("done");
    await expectRefusal(await callApi(path, { key, json: {} }), 422, "NOTHING_TO_SETTLE");
    await expectRefusal(await callApi(`${path}/jamais`, { key }), 404, "NOT_FOUND");
  });

  test("take up what another process left when it died", async () => {
    const jobId = await queue();
    const boss = await startQueue();
    const [claimed] = await boss.fetch(SETTLEMENT_QUEUE); // a worker takes it, and is never heard of again
    expect(claimed?.data).toMatchObject({ jobId });
    await takeSettlementJob(operation.id, jobId);
    await settlePeriod(operation, actor(), JUNE, jobId);
    await sql("UPDATE queue.job SET heartbeat_on = now() - interval '1 hour' WHERE data->>'jobId' = $1", [jobId]);
    await sql("UPDATE queue.queue SET monitor_on = NULL");
    await startWorkers();
    await boss.supervise(SETTLEMENT_QUEUE);
    await vi.waitFor(async () => expect(await read(jobId)).toMatchObject({ state: "done" }), A_WHILE);
    expect(await versions()).toHaveLength(2);
  });
});
