import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startQueue, stopQueue } from "@/lib/data/queue";
import { DSO_REQUEST_QUEUE } from "@/lib/data/queue-names";
import { civilDate } from "@/lib/domain/time/civil-date";
import { openDsoApi } from "@/lib/gateways/dso-api/open-dso-api";
import { confirmImport } from "@/lib/services/measures/answer-import";
import { readImport } from "@/lib/services/measures/read-import";
import { requestDsoEnergies } from "@/lib/services/measures/request-dso-energies";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { type StandInAnswer, type StandInCall, startDsoStandIn } from "../../support/dso-stand-in";
import { goodAnswer, readStandInCall, STAND_IN_SETTINGS, standInEnv } from "../../support/dso-test-api";
import { emptyQueue } from "../../support/empty-queue";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const A_WHILE = { timeout: 40_000, interval: 100 };

let collectivity: TestCollectivity;
let operation: TestOperation;
let instead: (prm: string) => Promise<StandInAnswer> | StandInAnswer | null = () => null;
const askedPrms: string[] = [];
const workers: ChildProcess[] = [];

function answer(call: StandInCall) {
  const prm = readStandInCall(call)?.prm;
  if (prm === undefined) return goodAnswer(call);
  askedPrms.push(prm);
  return instead(prm) ?? goodAnswer(call);
}

const standIn = startDsoStandIn(answer);

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await stopQueue();
});

/** A worker of its own, set up to ask the stand-in. */
function startWorker(): ChildProcess {
  const arguments_ = ["--import", "tsx", "--conditions=react-server", "lib/cli/worker.ts"];
  const env = { ...process.env, ...standInEnv(standIn.baseUrl()) };
  const worker = spawn(process.execPath, arguments_, { stdio: "ignore", env });
  workers.push(worker);
  return worker;
}

async function request(): Promise<string> {
  await emptyQueue(sql);
  operation = await createTestOperation(collectivity, { startDay: civilDate("2026-03-01") });
  askedPrms.length = 0;
  const asking = { periodFrom: civilDate("2026-03-01"), day: civilDate("2026-05-02") };
  const api = openDsoApi({ ...STAND_IN_SETTINGS, baseUrl: standIn.baseUrl() });
  return requestDsoEnergies(operation, collectivity.users.officer.actor, asking, api);
}

const waitFor = (importId: string, state: object) =>
  vi.waitFor(async () => expect(await readImport(operation.id, importId)).toMatchObject(state), A_WHILE);

const timesAsked = (name: string) => askedPrms.filter((prm) => prm === operation.point(name).prm).length;

test("a worker killed in the middle leaves the rest to another one, and nobody who answered is asked again", async () => {
  const importId = await request();
  const never = new Promise<StandInAnswer>(() => undefined);
  instead = (prm) => (prm === operation.point("Mairie").prm ? never : null);
  const worker = startWorker();
  await vi.waitFor(() => expect(timesAsked("Mairie")).toBe(1), A_WHILE);
  await waitFor(importId, { status: "running", filesDone: 1, filesTotal: 3, report: null }); // what a reload shows
  worker.kill("SIGKILL");
  await once(worker, "exit");

  instead = () => null;
  await sql("UPDATE queue.job SET heartbeat_on = now() - interval '1 hour' WHERE data->>'importId' = $1", [importId]);
  await sql("UPDATE queue.queue SET monitor_on = NULL");
  await (await startQueue()).supervise(DSO_REQUEST_QUEUE);
  const second = startWorker();
  await waitFor(importId, { status: "waiting", report: { totals: { fileCount: 3, newFigureCount: 3 } } });
  expect(["École", "Mairie", "Toiture"].map(timesAsked)).toEqual([1, 2, 1]);
  await confirmImport(operation.id, collectivity.users.officer.actor, importId);
  const figures = await sql("SELECT id FROM published_energy WHERE operation_id = $1", [operation.id]);
  expect(figures).toHaveLength(3);
  second.kill("SIGTERM");
  await once(second, "exit");
}, 120_000);

test("a request that has to wait becomes a job of its own, and goes on by itself", async () => {
  const importId = await request();
  let refusals = 0;
  instead = (prm) => {
    if (prm !== operation.point("Mairie").prm || refusals === 2) return null;
    refusals += 1;
    return { status: 429, body: {}, headers: { "retry-after": "1" } };
  };
  const worker = startWorker();
  await waitFor(importId, { status: "waiting", report: { totals: { newFigureCount: 3 } } });
  expect(["École", "Mairie", "Toiture"].map(timesAsked)).toEqual([1, 3, 1]);
  const jobs = await sql<{ tries: number }>(
    "SELECT (data->>'tries')::int AS tries FROM queue.job WHERE data->>'importId' = $1 AND name = $2 ORDER BY 1",
    [importId, DSO_REQUEST_QUEUE],
  );
  expect(jobs.map(({ tries }) => tries)).toEqual([0, 1, 2]);
  worker.kill("SIGTERM");
  await once(worker, "exit");
}, 60_000);
