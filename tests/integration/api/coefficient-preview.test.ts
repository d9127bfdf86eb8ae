import { beforeAll, expect, test } from "vitest";
import { coefficientPreviewSchema } from "@/lib/schemas/api/coefficient-preview";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { addTestPoint } from "../../support/registry-by-hand";

let collectivity: TestCollectivity;
let operation: TestOperation;
let home: string;
let key: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity, { key: "default" });
  const details = { name: "Maison", annualWithdrawalWh: 4_000_000 };
  ({ prm: home } = await addTestPoint(operation, { day: "2026-03-01", details }));
  key = await collectivity.users.elected.key("read"); // a trial changes nothing
});

const post = (json: unknown) =>
  callApi(`/api/v1/operations/${operation.accNumber}/coefficients/preview`, { method: "POST", key, json });

test("a trial says what the document says", async () => {
  const body = { kind: "static", ppm: { [home]: 300_000, [operation.point("Mairie").prm]: 10_000 } };
  const { preview } = await expectAnswer(await post(body), 200, coefficientPreviewSchema);
  expect(preview.consumers).toMatchObject([{ prm: home, origin: "typical", profile: "dwelling" }]);
  expect(preview.leftOut.map(({ name }) => name)).toEqual(["École", "Mairie"]);
  expect(preview.leftOutPpm).toBe(10_000);
  expect(preview.inForce).toMatchObject({ kind: "default", comparedKind: "default", boundRatio: 1 });
  expect(preview.months).toHaveLength(12);
  expect(preview.consumers[0]?.tried.selfConsumedWh).toBeLessThan(preview.consumers[0]?.inForce.selfConsumedWh ?? 0);
});

test("the default key is tried as well", async () => {
  const { preview } = await expectAnswer(await post({ kind: "default" }), 200, coefficientPreviewSchema);
  expect(preview.tried.boundRatio).toBe(1);
});

test.for([
  [{ kind: "static", ppm: { "99999999999999": 1 } }, 422, "UNKNOWN_METERING_POINT"],
  [{ kind: "static", ppm: {} }, 200, ""],
  [{ kind: "static", ppm: { "12": 1 } }, 400, "INVALID_REQUEST"],
  [{ kind: "dynamic_simple", rule: { kind: "pro_rata" } }, 200, ""],
  [{ kind: "dynamic_simple", rule: { kind: "tiers", tiers: [] } }, 400, "INVALID_REQUEST"],
  [{ kind: "dynamic_simple", rule: { kind: "pro_rata" }, decimals: 5 }, 400, "INVALID_REQUEST"],
  [{ kind: "dynamic_full" }, 400, "INVALID_REQUEST"],
] as const)("%j is answered %i %s", async ([body, status, code]) => {
  const response = await post(body);
  if (status === 200) expect(response.status).toBe(200);
  else await expectRefusal(response, status, code);
});

test.for([
  [-1, "INVALID_COEFFICIENT"],
  [0.5, "INVALID_COEFFICIENT"],
  [1_000_001, "INVALID_COEFFICIENT"],
] as const)("a share of %d ppm is refused", async ([ppm, code]) => {
  await expectRefusal(await post({ kind: "static", ppm: { [home]: ppm } }), 422, code);
});

test("more than the whole is refused, whoever has no curve included", async () => {
  const ppm = { [home]: 600_000, [operation.point("Mairie").prm]: 400_001 };
  await expectRefusal(await post({ kind: "static", ppm }), 422, "COEFFICIENTS_ABOVE_ONE");
});
