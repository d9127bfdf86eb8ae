import { beforeAll, expect, test } from "vitest";
import { cancelImport } from "@/lib/services/measures/answer-import";
import { dismissSuspicion } from "@/lib/services/measures/dismiss-suspicion";
import { findOperationSuspicions } from "@/lib/services/measures/find-operation-suspicions";
import { listSuspicions } from "@/lib/services/measures/list-suspicions";
import { readMeasuresToDo } from "@/lib/services/measures/read-measures-to-do";
import { submitMeasures } from "@/lib/services/measures/submit-measures";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { importTestCurves, namedCurveFile } from "../../support/import-test-files";

const DAYS = ["2026-06-01", "2026-06-10"] as const;
const NOTHING = { openSuspicions: 0, waitingImports: 0 };

let collectivity: TestCollectivity;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

test("suspicions count until they are found normal, imports while they wait, each in its operation", async () => {
  const [operation, neighbour] = await Promise.all([
    createTestOperation(collectivity),
    createTestOperation(collectivity),
  ]);
  const { actor } = collectivity.users.officer;
  expect(await readMeasuresToDo(operation.id)).toEqual(NOTHING);

  await importTestCurves(operation, [{ point: "Mairie", days: DAYS, energyWh: 500 }]);
  await findOperationSuspicions(operation.id);
  const file = namedCurveFile(operation, { point: "École", days: DAYS, energyWh: 100 });
  const { importId } = await submitMeasures(operation.id, actor, [file], true);
  const { open } = await listSuspicions(operation.id);
  expect(await readMeasuresToDo(operation.id)).toEqual({ openSuspicions: open.length, waitingImports: 1 });
  expect(open.length).toBeGreaterThan(0);
  expect(await readMeasuresToDo(neighbour.id)).toEqual(NOTHING);

  for (const { id } of open) await dismissSuspicion(operation.id, actor, { id, reason: "Compteur en essai" });
  await cancelImport(operation.id, actor, importId);
  expect(await readMeasuresToDo(operation.id)).toEqual(NOTHING);
});
