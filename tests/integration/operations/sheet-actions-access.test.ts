import { randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import type { updateSheetAction } from "@/app/(espace)/operations/[operation]/reglages/actions";
import { createOperationAction } from "@/app/(espace)/operations/nouvelle/actions";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));

let own: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  own = await createTestCollectivity();
  operation = await createTestOperation(own);
});

const newOperation = () => ({
  ...{
    collectivity: own.id,
    name: "La Halle",
    slug: `operation-${randomUUID()}`,
    place: "",
    proximityKind: "extended",
  },
  ...{ networkZone: "mainland", perimeterManagement: "standard", organisationName: "Commune", siret: "" },
  ...{ legalForm: "", nafCode: "", address: "", postalCode: "", city: "", phone: "", email: "" },
  ...{ startDay: "2026-10-01", monthlyAnniversaryDay: "1", stepMinutes: "30", accNumber: "" },
});

type Form = Readonly<Record<string, string>>;

function send(action: typeof updateSheetAction, form: Form) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...form, operation: operation.sheet.slug })) data.append(name, value);
  return action({ status: "idle" }, data);
}

test("an officer may, and is told his own mistakes beside their fields", async () => {
  request.headers = new Headers({ cookie: await own.users.officer.cookie() });
  const form = newOperation();
  expect(await send(createOperationAction, form)).toEqual({ status: "done", message: form.slug });
  const taken = await send(createOperationAction, form);
  expect(taken).toMatchObject({ status: "failed", fieldErrors: { slug: [expect.stringContaining("adresse")] } });
});
