import { beforeAll, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { operationListSchema, operationSchema } from "@/lib/schemas/api/operation";
import { updateOperationSheet } from "@/lib/services/operations/update-operation-sheet";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer } from "../../support/expect-answer";

let own: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  let stranger: TestCollectivity;
  [own, stranger] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
  operation = await createTestOperation(own);
  await createTestOperation(stranger);
});

test("one's own operations are listed, and nobody else's", async () => {
  const response = await callApi("/api/v1/operations", { key: await own.users.elected.key("read") });
  const { operations } = await expectAnswer(response, 200, operationListSchema);
  expect(operations).toEqual([{ ...operation.sheet, collectivityName: "Commune des tests" }]);
});

test("the sheet is read by number and by slug, with who speaks for the operation", async () => {
  const values = { lastName: "BILLES", firstName: "Jean-Paul", jobTitle: "Maire" };
  await updateOperationSheet(
    operation.id,
    own.users.officer.actor,
    { party: "signatory", values },
    civilDate("2026-05-02"),
  );
  const key = await own.users.elected.key("read");
  for (const address of [operation.accNumber, operation.sheet.slug]) {
    const response = await callApi(`/api/v1/operations/${address}`, { key });
    const read = (await expectAnswer(response, 200, operationSchema)).operation;
    expect(read).toMatchObject({ ...operation.sheet, atStart: { producers: 1, consumers: 2 }, renewable: "unknown" });
    expect(read.parties.signatory).toMatchObject({ ...values, email: null });
    expect(read.parties.organiser).toBeNull();
  }
});
