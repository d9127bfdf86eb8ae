import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { startQueue, stopQueue } from "@/lib/data/queue";
import { SUSPICION_SEARCH_QUEUE } from "@/lib/data/queue-names";
import { civilDate } from "@/lib/domain/time/civil-date";
import { startWorkers } from "@/lib/jobs/start-workers";
import { findImportSuspicions } from "@/lib/services/measures/find-import-suspicions";
import { listSuspicions } from "@/lib/services/measures/list-suspicions";
import { undoImport } from "@/lib/services/measures/undo-import";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { emptyQueue } from "../../support/empty-queue";
import { importTestCurves, importTestFiles, namedCurveFile } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const A_WHILE = { timeout: 20_000, interval: 100 };

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: civilDate("2026-06-01") });
  await stopQueue();
  await emptyQueue(sql);
});

afterAll(stopQueue);

/** The same power all day long, every day. */
const FROZEN = { point: "Mairie", days: ["2026-06-01", "2026-06-10"], energyWh: 500 } as const;

const jobsOf = (importId: string) =>
  sql<{ state: string; retry_count: number }>(
    "SELECT state, retry_count FROM queue.job WHERE data->>'importId' = $1 AND name = $2",
    [importId, SUSPICION_SEARCH_QUEUE],
  );

const waitForSearch = () =>
  vi.waitFor(async () => {
    const { open } = await listSuspicions(operation.id);
    expect(open.map(({ suspicion }) => suspicion.reason)).toEqual(["flat_constant"]);
  }, A_WHILE);

describe("the search that follows an import", () => {
  test("is queued with what it wrote, and not when nothing is", async () => {
    const done = await importTestCurves(operation, [FROZEN]);
    expect(await jobsOf(done.id)).toEqual([{ state: "created", retry_count: 0 }]);
    const refused = await importTestFiles(operation, [{ ...namedCurveFile(operation, FROZEN), name: "vacances.csv" }]);
    expect(refused.status).toBe("refused");
    expect(await jobsOf(refused.id)).toEqual([]);
  });

  test("is queued when an import is taken back, which takes what it brought off the list", async () => {
    const { id } = await importTestCurves(operation, [FROZEN]);
    await findImportSuspicions(operation.id, id);
    expect((await listSuspicions(operation.id)).open).toHaveLength(1);
    const undoId = (await undoImport(operation.id, collectivity.users.officer.actor, id)) as string;
    expect(await jobsOf(undoId)).toHaveLength(1);
    await findImportSuspicions(operation.id, undoId);
    expect((await listSuspicions(operation.id)).open).toEqual([]);
  });

  test("is taken up by the workers", async () => {
    const { id } = await importTestCurves(operation, [FROZEN]);
    await startWorkers();
    await waitForSearch();
    await vi.waitFor(async () => expect(await jobsOf(id)).toMatchObject([{ state: "completed" }]), A_WHILE);
  }, 30_000);

  test("is taken up again when its worker died, and doubles nothing", async () => {
    const { id } = await importTestCurves(operation, [FROZEN]);
    const boss = await startQueue();
    const [claimed] = await boss.fetch(SUSPICION_SEARCH_QUEUE); // a worker takes it, and is never heard of again
    expect(claimed?.data).toMatchObject({ importId: id });
    await sql("UPDATE queue.job SET heartbeat_on = now() - interval '1 hour' WHERE data->>'importId' = $1", [id]);
    await sql("UPDATE queue.queue SET monitor_on = NULL");
    await startWorkers();
    await boss.supervise(SUSPICION_SEARCH_QUEUE);
    await waitForSearch();
    await vi.waitFor(
      async () => expect(await jobsOf(id)).toMatchObject([{ state: "completed", retry_count: 1 }]),
      A_WHILE,
    );
  }, 30_000);
});
