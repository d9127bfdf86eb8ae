import { beforeAll, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { listOperationDeadlines } from "@/lib/services/deadlines/list-operation-deadlines";
import { cancelImport } from "@/lib/services/measures/answer-import";
import { dismissSuspicion } from "@/lib/services/measures/dismiss-suspicion";
import { findOperationSuspicions } from "@/lib/services/measures/find-operation-suspicions";
import { listSuspicions } from "@/lib/services/measures/list-suspicions";
import { submitMeasures } from "@/lib/services/measures/submit-measures";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves, namedCurveFile } from "../../support/import-test-files";

const DAYS = ["2026-06-01", "2026-06-10"] as const;
const RULES = ["suspicion-review", "import-answer"];

let collectivity: TestCollectivity;

/** What its measures wait for, as the list of deadlines says it. */
async function listWaiting(operation: TestOperation): Promise<readonly string[]> {
  const deadlines = await listOperationDeadlines([operation], civilDate("2026-06-15"));
  return deadlines.filter(({ rule }) => RULES.includes(rule)).map(({ rule, subject }) => `${rule}: ${subject.text}`);
}

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

test("suspicions count until they are found normal, imports while they wait, each in its operation", async () => {
  const [operation, neighbour] = await Promise.all([
    createTestOperation(collectivity),
    createTestOperation(collectivity),
  ]);
  const { actor } = collectivity.users.officer;
  expect(await listWaiting(operation)).toEqual([]);

  await importTestCurves(operation, [{ point: "Mairie", days: DAYS, energyWh: 500 }]);
  await findOperationSuspicions(operation.id);
  const file = namedCurveFile(operation, { point: "École", days: DAYS, energyWh: 100 });
  const { importId } = await submitMeasures(operation.id, actor, [file], true);
  const { open } = await listSuspicions(operation.id);
  expect(open).toHaveLength(1);
  expect(await listWaiting(operation)).toEqual([
    "import-answer: 1\u00a0import",
    "suspicion-review: 1\u00a0mesure à vérifier",
  ]);
  expect(await listWaiting(neighbour)).toEqual([]);

  for (const { id } of open) await dismissSuspicion(operation.id, actor, { id, reason: "Compteur en essai" });
  await cancelImport(operation.id, actor, importId);
  expect(await listWaiting(operation)).toEqual([]);
});
