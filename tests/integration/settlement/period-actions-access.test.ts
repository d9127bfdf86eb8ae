import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closePeriodAction, reopenPeriodAction } from "@/app/(espace)/operations/[operation]/periodes/[debut]/actions";
import { queueSettlementAction } from "@/app/(espace)/operations/[operation]/periodes/actions";
import type { RegistryAction } from "@/components/registry/registry-form";
import { stopQueue } from "@/lib/data/queue";
import { civilDate } from "@/lib/domain/time/civil-date";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { readSettledRun } from "../../support/settle-test-period";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/server", () => ({ connection: async () => undefined }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const START = civilDate("2026-06-01");

let own: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  own = await createTestCollectivity();
  operation = await createTestOperation(own, { startDay: START, monthlyAnniversaryDay: 3, key: "default" });
  const days = ["2026-06-01", "2026-06-02"] as const;
  await importTestCurves(
    operation,
    ["Toiture", "Mairie", "École"].map((point) => ({ point, days, energyWh: 10 })),
  );
  await readSettledRun(operation, START);
});

afterAll(stopQueue);

const PERIOD = { from: START };
function send(action: RegistryAction, fields: Readonly<Record<string, string>>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ operation: operation.sheet.slug, ...fields })) form.append(name, value);
  return action({ status: "idle" }, form);
}

test("an officer closes what only an administrator reopens, with a reason beside its field", async () => {
  request.headers = new Headers({ cookie: await own.users.officer.cookie() });
  expect(await send(closePeriodAction, PERIOD)).toMatchObject({ status: "done" });
  expect(await send(reopenPeriodAction, { ...PERIOD, reason: "Essai" })).toMatchObject({ code: "FORBIDDEN" });
  expect(await send(queueSettlementAction as RegistryAction, PERIOD)).toMatchObject({ code: "PERIOD_CLOSED" });
  request.headers = new Headers({ cookie: await own.users.admin.cookie() });
  expect(await send(reopenPeriodAction, { ...PERIOD, reason: " " })).toMatchObject({
    fieldErrors: { reason: [expect.any(String)] },
  });
  expect(await send(reopenPeriodAction, { ...PERIOD, reason: "Essai" })).toMatchObject({ status: "done" });
  expect(await send(queueSettlementAction as RegistryAction, PERIOD)).toMatchObject({ status: "done" });
});
