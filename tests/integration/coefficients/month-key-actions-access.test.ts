import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  answerMonthKeyAction,
  correctMonthKeyAction,
  giveUpMonthKeyAction,
  makeMonthKeyAction,
  sendMonthKeyAction,
} from "@/app/(espace)/operations/[operation]/coefficients/cle-du-mois/[debut]/actions";
import type { RegistryAction } from "@/components/registry/registry-form";
import { listDeliveries } from "@/lib/data/coefficient-deliveries";
import { importAnnex5 } from "@/lib/services/coefficients/import-annex-5";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import type { TestOperation } from "../../support/create-test-operation";
import { createDynamicOperation, OCTOBER, octoberFile } from "../../support/dynamic-operation";
import { connectTestSql } from "../../support/test-sql";
import { listWrongCallers } from "../../support/wrong-callers";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));

const sql = connectTestSql();

let own: TestCollectivity;
let stranger: TestCollectivity;
let operation: TestOperation;
let delivery: string;

beforeAll(async () => {
  [own, stranger] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
  operation = await createDynamicOperation(own);
  const { name, lines } = octoberFile(operation, ["50", "50"]);
  const upload = { name, chunks: [new TextEncoder().encode(lines.join("\r\n"))] };
  const { actor } = own.users.officer;
  const stored = await importAnnex5(operation, actor, upload, { dryRun: false }, OCTOBER.toExclusive);
  delivery = stored.deliveryId ?? "";
});

type Form = Readonly<Record<string, string>>;

const ACTIONS: readonly { name: string; action: RegistryAction; form: () => Form }[] = [
  {
    name: "make the key",
    action: makeMonthKeyAction,
    form: () => ({ from: OCTOBER.from, unitPpm: "100", rule: '{"kind":"pro_rata"}' }),
  },
  {
    name: "correct it",
    action: correctMonthKeyAction,
    form: () => ({
      ...{ delivery, consumer: operation.point("Mairie").id, from: OCTOBER.from, lastDay: OCTOBER.from },
      ...{ fromHour: "0", toHour: "24", percent: "1" },
    }),
  },
  { name: "send it", action: sendMonthKeyAction, form: () => ({ delivery, sentDay: OCTOBER.toExclusive }) },
  {
    name: "answer for the operator",
    action: answerMonthKeyAction,
    form: () => ({ delivery, state: "accepted", day: OCTOBER.toExclusive, note: "" }),
  },
  { name: "give it up", action: giveUpMonthKeyAction, form: () => ({ delivery }) },
];

const countEvents = async () =>
  (await sql("SELECT id FROM audit_event WHERE operation_id = $1", [operation.id])).length;

describe.for(listWrongCallers(() => ({ own, stranger })))("$who may not", ({ code, headers }) => {
  beforeAll(async () => {
    request.headers = new Headers(await headers());
  });

  test.for(ACTIONS)("$name", async ({ action, form }) => {
    const before = await countEvents();
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...form(), operation: operation.sheet.slug }))
      data.append(name, value);
    expect(await action({ status: "idle" }, data)).toMatchObject({ status: "failed", code });
    expect(await countEvents()).toBe(before);
    expect(await listDeliveries(operation.id)).toMatchObject([{ id: delivery, state: "draft", isSuperseded: false }]);
  });
});
