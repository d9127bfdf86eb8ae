import { beforeAll, expect, test, vi } from "vitest";
import {
  setPriceAction,
  setPriceTableAction,
  withdrawPriceAction,
} from "@/app/(espace)/operations/[operation]/reglages/prix/actions";
import type { RegistryAction } from "@/components/registry/registry-form";
import { listPriceEntries } from "@/lib/data/price-entries";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

let own: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  own = await createTestCollectivity();
  operation = await createTestOperation(own);
});

type Form = Readonly<Record<string, string>>;

const hall = () => operation.point("Mairie").prm;
const DATED = { from: "2026-03-01", source: "marché d’essai" };
const table = (): Form => ({ ...DATED, table: `PRM;HP;HC\n${hall()};21,5;16,2`, confirmed: "1" });
const SUPPLY = { ...DATED, kind: "supply", prices: "20,5" };

function send(action: RegistryAction, form: Form) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ operation: operation.sheet.slug, ...form })) data.append(name, value);
  return action({ status: "idle" }, data);
}

test("an officer enters a price, many at once, and takes one back", async () => {
  request.headers = new Headers({ cookie: await own.users.officer.cookie() });
  expect(await send(setPriceAction, SUPPLY)).toMatchObject({ status: "done" });
  expect(await send(setPriceAction, { ...SUPPLY, prices: "vingt" })).toMatchObject({
    status: "failed",
    fieldErrors: { prices: [expect.stringContaining("c€/kWh")] },
  });
  const { confirmed: _, ...unconfirmed } = table();
  expect(await send(setPriceTableAction, unconfirmed)).toMatchObject({ status: "warned" });
  expect(await send(setPriceTableAction, table())).toMatchObject({ status: "done" });
  const entered = await listPriceEntries(operation.id);
  expect(entered.map(({ values }) => values)).toEqual([{ BASE: 20_500 }, { HP: 21_500, HC: 16_200 }]);
  expect(await send(withdrawPriceAction, { id: entered[0]?.id ?? "" })).toMatchObject({ status: "done" });
  expect(await listPriceEntries(operation.id)).toHaveLength(1);
});
