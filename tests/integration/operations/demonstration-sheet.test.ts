import { beforeAll, expect, test } from "vitest";
import { operatorScope } from "@/lib/cli/operator-scope";
import { findOperation } from "@/lib/data/operations";
import { civilDate } from "@/lib/domain/time/civil-date";
import { fillDemonstrationSheet } from "@/lib/services/operations/fill-demonstration-sheet";
import { readOperationSheet } from "@/lib/services/operations/read-operation-sheet";
import { updateOperationSheet } from "@/lib/services/operations/update-operation-sheet";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";

let collectivity: TestCollectivity;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

test("a demonstration loaded before is filled once, and completely", async () => {
  const operation = await createTestOperation(collectivity);
  await fillDemonstrationSheet(operation.id, operatorScope.actor);
  const sheet = await findOperation(operation.id);
  expect(sheet).toMatchObject({
    proximityKind: "extended",
    conventionSignedDay: "2025-08-29",
    place: "66999 Saint-Exemple-les-Vignes",
  });
  const { missing } = await readOperationSheet(
    { ...operation, sheet: sheet ?? operation.sheet },
    civilDate("2026-05-01"),
  );
  expect(missing).toEqual([]);
});

test("what somebody wrote stays", async () => {
  const operation = await createTestOperation(collectivity);
  const { actor } = collectivity.users.officer;
  await updateOperationSheet(
    operation.id,
    actor,
    { party: "referent", values: { lastName: "Personne" } },
    civilDate("2026-11-20"),
  );
  await fillDemonstrationSheet(operation.id, operatorScope.actor);
  const { parties } = await readOperationSheet(operation, civilDate("2026-05-01"));
  expect(Object.keys(parties)).toEqual(["referent"]);
  expect(parties.referent).toMatchObject({ lastName: "Personne", phone: null });
});
