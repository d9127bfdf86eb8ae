import { beforeAll, expect, test } from "vitest";
import { readRegistry } from "@/lib/data/registry";
import { civilDate } from "@/lib/domain/time/civil-date";
import { checkAnnex2 } from "@/lib/services/registry/check-annex-2";
import { exportAnnex2 } from "@/lib/services/registry/export-annex-2";
import { annex2File, applyTestAnnex2 } from "../../support/annex-2-file";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, nextPrm, type TestOperation } from "../../support/create-test-operation";

const START = civilDate("2026-06-01");
const SENT_ON = civilDate("2026-06-15");

let operation: TestOperation;

beforeAll(async () => {
  operation = await createTestOperation(await createTestCollectivity(), { startDay: START });
});

test("a thousand inhabitants enter at once, are checked in under two seconds, and come back unchanged", {
  timeout: 60_000,
}, async () => {
  const consumers = Object.fromEntries(
    Array.from({ length: 1_000 }, (_, index) => [
      `Logement ${index}`,
      { prm: nextPrm(), name: `Habitant ${index}`, legalId: null, coefficientPpm: 1_000 },
    ]),
  );
  const upload = await annex2File(operation, { consumers });
  await checkAnnex2(operation, upload, START); // the first one loads what reads workbooks
  const since = process.cpuUsage();
  const { difference, problems } = await checkAnnex2(operation, upload, START);
  const { user, system } = process.cpuUsage(since); // a busy machine must not fail it
  expect(problems.errorCount).toBe(0);
  expect(difference).toMatchObject({ entered: { length: 1_000 }, left: { length: 2 } });
  expect((user + system) / 1_000).toBeLessThan(2_000);

  expect((await applyTestAnnex2(operation, upload, START)).status).toBe("applied");
  const { participants, keys } = await readRegistry(operation.id);
  expect(participants).toHaveLength(1_001);
  expect(keys[0]?.ppmByConsumer.size).toBe(1_000);
  const exported = await exportAnnex2(operation, START, SENT_ON);
  expect((await applyTestAnnex2(operation, exported, START)).status).toBe("unchanged");
});
