import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  closePublicationAction,
  openPublicationAction,
} from "@/app/(espace)/operations/[operation]/reglages/publication/actions";
import { civilDate } from "@/lib/domain/time/civil-date";
import { publishedMonthsSchema } from "@/lib/schemas/api/publication-routes";
import { closePeriod } from "@/lib/services/periods/close-period";
import { changePublication } from "@/lib/services/publishing/change-publication";
import { readPublication } from "@/lib/services/publishing/read-publication";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectRefusal } from "../../support/expect-answer";
import { importTestCurves } from "../../support/import-test-files";
import { readSettledRun } from "../../support/settle-test-period";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/server", () => ({ connection: async () => undefined }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const START = civilDate("2026-06-01");
const ON = { isOn: true, sentence: "Bonjour à tous", isIndexed: false };

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
  await closePeriod(operation.id, own.users.admin.actor, START);
});

const file = (format: string, slug = operation.sheet.slug) => `/api/v1/published-operations/${slug}/months.${format}`;
const change = (isOn: boolean) => changePublication(operation.id, own.users.admin.actor, { ...ON, isOn });

describe("the files of the figures", () => {
  test.for(["json", "csv"])("%s: not there until it is published, and not any more afterwards", async (format) => {
    await expectRefusal(await callApi(file(format, "inconnue")), 404, "NOT_FOUND");
    await expectRefusal(await callApi(file(format, "%00")), 404, "NOT_FOUND");
    await expectRefusal(await callApi(file(format)), 404, "NOT_FOUND");
    await expectRefusal(await callApi(file(format), { key: await own.users.admin.key("read") }), 404, "NOT_FOUND");
    await change(true);
    expect((await callApi(file(format))).status).toBe(200);
    await expectRefusal(await callApi(file(format, operation.accNumber)), 404, "NOT_FOUND");
    await change(false);
    await expectRefusal(await callApi(file(format)), 404, "NOT_FOUND");
  });

  test("the JSON is what it is said to be, and names nobody", async () => {
    await change(true);
    const response = await callApi(file("json"));
    expect(response.headers.get("cache-control")).toContain("s-maxage=60");
    const text = await response.text();
    expect(publishedMonthsSchema.parse(JSON.parse(text))).toMatchObject({
      operation: { publisher: "Commune des tests", startDay: START },
      months: [
        { from: START, to: "2026-06-03", version: 1, productionWh: 960, withdrawalWh: 1920, selfConsumedWh: 960 },
      ],
    });
    for (const { prm, name } of operation.points) for (const own of [prm, name]) expect(text).not.toContain(own);
  });

  test("the CSV has the same figures with decimal commas", async () => {
    await change(true);
    const [header, row] = (await (await callApi(file("csv"))).text()).replace("\ufeff", "").split("\r\n");
    expect(header).toBe(
      "debut;dernier_jour;production_kwh;autoconsomme_kwh;surplus_kwh;soutirage_kwh;complement_kwh;taux_autoconsommation;taux_autoproduction;taux_couverture;co2_evite_kg;economie_eur;version;calcule_le",
    );
    expect(row).toMatch(/^2026-06-01;2026-06-02;0,96;0,96;0;1,92;0,96;1;0,5;0,5;;;1;20/);
  });

  test("a copy that is current is not sent again", async () => {
    await change(true);
    const etag = (await callApi(file("csv"))).headers.get("etag") ?? "";
    const again = await callApi(file("csv"), { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
  });

  test("a program that asks without end waits", async () => {
    const headers = { "x-forwarded-for": "203.0.113.7" };
    const answers = [];
    for (let call = 0; call < 61; call += 1) answers.push((await callApi(file("json"), { headers })).status);
    expect(answers.filter((status) => status === 429)).toHaveLength(1);
    expect((await callApi(file("json"), { headers: { "x-forwarded-for": "203.0.113.8" } })).status).toBe(200);
  });
});

function send(action: typeof openPublicationAction, fields: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ operation: operation.sheet.slug, sentence: "", ...fields })) {
    form.append(name, value);
  }
  return action({ status: "idle" }, form);
}

test("an administrator is told first, agrees, changes the words and closes", async () => {
  await change(false);
  request.headers = new Headers({ cookie: await own.users.admin.cookie() });
  const { slug } = operation.sheet;
  expect(await send(openPublicationAction)).toMatchObject({ status: "warned", warnings: expect.any(Array) });
  expect(await readPublication(slug)).toBeNull();
  expect(await send(openPublicationAction, { confirmed: "1", isIndexed: "1" })).toMatchObject({ status: "done" });
  expect((await readPublication(slug))?.operation).toMatchObject({ sentence: null, isIndexed: true });
  expect(await send(openPublicationAction, { sentence: "x".repeat(501) })).toMatchObject({ status: "failed" });
  expect(await send(openPublicationAction, { sentence: " Deux\nlignes " })).toMatchObject({ status: "done" });
  expect((await readPublication(slug))?.operation).toMatchObject({ sentence: "Deux\nlignes", isIndexed: false });
  expect(await send(closePublicationAction)).toMatchObject({ status: "done" });
  expect(await readPublication(slug)).toBeNull();
});
