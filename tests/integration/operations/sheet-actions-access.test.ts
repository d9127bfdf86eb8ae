import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { updateSheetAction } from "@/app/(espace)/operations/[operation]/reglages/actions";
import { createOperationAction } from "@/app/(espace)/operations/nouvelle/actions";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { connectTestSql } from "../../support/test-sql";
import { listWrongCallers } from "../../support/wrong-callers";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));

const sql = connectTestSql();

let own: TestCollectivity;
let stranger: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  [own, stranger] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
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

const ACTIONS: readonly { name: string; action: typeof updateSheetAction; form: () => Form }[] = [
  { name: "create an operation", action: createOperationAction, form: newOperation },
  {
    name: "change who speaks for it",
    action: updateSheetAction,
    form: () => ({ section: "referent", lastName: "Personne", firstName: "", phone: "", email: "" }),
  },
  {
    name: "say when the convention was signed",
    action: updateSheetAction,
    form: () => ({ section: "signature", conventionSignedDay: "2026-02-02" }),
  },
  {
    name: "give it a number",
    action: updateSheetAction,
    form: () => ({ section: "number", accNumber: "ACC00000001" }),
  },
];

const countEvents = async () =>
  (await sql("SELECT id FROM audit_event WHERE operation_id = $1 OR collectivity_id = $2", [operation.id, own.id]))
    .length;

function send(action: typeof updateSheetAction, form: Form) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...form, operation: operation.sheet.slug })) data.append(name, value);
  return action({ status: "idle" }, data);
}

describe.for(listWrongCallers(() => ({ own, stranger })))("$who may not", ({ code, headers }) => {
  beforeAll(async () => {
    request.headers = new Headers(await headers());
  });

  test.for(ACTIONS)("$name", async ({ action, form }) => {
    const before = await countEvents();
    expect(await send(action, form())).toMatchObject({ status: "failed", code });
    expect(await countEvents()).toBe(before);
  });
});

test("an officer may, and is told his own mistakes beside their fields", async () => {
  request.headers = new Headers({ cookie: await own.users.officer.cookie() });
  const form = newOperation();
  expect(await send(createOperationAction, form)).toEqual({ status: "done", message: form.slug });
  const taken = await send(createOperationAction, form);
  expect(taken).toMatchObject({ status: "failed", fieldErrors: { slug: [expect.stringContaining("adresse")] } });
});
