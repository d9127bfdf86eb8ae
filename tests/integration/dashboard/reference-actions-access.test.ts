import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  setCarbonFactorAction,
  withdrawCarbonFactorAction,
} from "@/app/(espace)/operations/[operation]/reglages/co2/actions";
import {
  setForecastTableAction,
  setForecastYearAction,
  withdrawForecastAction,
} from "@/app/(espace)/operations/[operation]/reglages/previsions/actions";
import { forecastListSchema } from "@/lib/schemas/api/forecast";
import { operationDashboardSchema } from "@/lib/schemas/api/operation-dashboard";
import { readCarbonFactors } from "@/lib/services/carbon/read-carbon-factors";
import { readForecasts } from "@/lib/services/forecast/read-forecasts";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { connectTestSql } from "../../support/test-sql";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const sql = connectTestSql();

let own: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  own = await createTestCollectivity();
  operation = await createTestOperation(own);
});

type Form = Readonly<Record<string, string>>;
type Action = typeof setForecastTableAction;

const TABLE: Form = {
  from: "2026-03-01",
  source: "Étude de 2025",
  table: Array.from({ length: 12 }, () => "4 900\t15 000\t71 %").join("\n"),
};
const YEAR: Form = {
  from: "2026-03-01",
  source: "Étude de 2025",
  production: "60 000",
  productionShape: "even",
  withdrawal: "",
  withdrawalShape: "even",
  rate: "60",
};
const FACTOR: Form = {
  from: "2026-01-01",
  gridGramsPerKwh: "21,7",
  ownGramsPerKwh: "",
  source: "Inventée pour le test",
  year: "2024",
};

function send(action: Action, form: Form) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...form, operation: operation.sheet.slug })) data.append(name, value);
  return action({ status: "idle" }, data);
}

const listEvents = async () =>
  (
    await sql("SELECT action FROM audit_event WHERE operation_id = $1 OR collectivity_id = $2 ORDER BY at", [
      operation.id,
      own.id,
    ])
  ).map(({ action }) => action);

describe("the officer", () => {
  beforeAll(async () => {
    request.headers = new Headers({ cookie: await own.users.officer.cookie() });
  });

  test("sees the twelve months before they are kept, corrects them, takes them back", async () => {
    const read = await send(setForecastTableAction, TABLE);
    expect(read).toMatchObject({ status: "warned" });
    expect(read.status === "warned" && read.warnings).toHaveLength(12);
    expect((await readForecasts(operation.id)).standing).toEqual([]);

    const kept = { ...TABLE, confirmed: "1" };
    expect(await send(setForecastTableAction, kept)).toMatchObject({ status: "done" });
    expect(await send(setForecastTableAction, kept)).toMatchObject({
      message: expect.stringContaining("Rien ne change"),
    });
    expect(await send(setForecastYearAction, { ...YEAR, confirmed: "1" })).toMatchObject({ status: "done" });
    const { standing, former } = await readForecasts(operation.id);
    expect(standing).toHaveLength(1);
    expect(standing[0]?.source).toContain("répartie selon un profil");
    expect(standing[0]?.months.reduce((sum, { productionWh }) => sum + (productionWh ?? 0), 0)).toBe(60_000_000);
    expect(former).toMatchObject([{ source: "Étude de 2025", months: { 0: { selfConsumedWh: 3_479_000 } } }]);

    expect(await send(withdrawForecastAction, { from: "2026-03-01" })).toMatchObject({ status: "done" });
    expect(await send(withdrawForecastAction, { from: "2026-03-01" })).toMatchObject({ code: "UNKNOWN_FORECAST" });
    const events = (await listEvents()).filter((action) => action.endsWith(".forecast"));
    expect(events).toEqual(["set.forecast", "set.forecast", "withdraw.forecast"]);
  });

  test.for([
    ["table", setForecastTableAction, { ...TABLE, table: "1\t2" }],
    ["table", setForecastTableAction, { ...TABLE, table: " " }],
    ["source", setForecastTableAction, { ...TABLE, source: "" }],
    ["production", setForecastYearAction, { ...YEAR, production: "", rate: "" }],
    ["rate", setForecastYearAction, { ...YEAR, rate: "120" }],
    ["rate", setForecastYearAction, { ...YEAR, production: "", withdrawal: "1 000" }],
    ["gridGramsPerKwh", setCarbonFactorAction, { ...FACTOR, gridGramsPerKwh: "beaucoup" }],
    ["ownGramsPerKwh", setCarbonFactorAction, { ...FACTOR, ownGramsPerKwh: "5 000" }],
    ["year", setCarbonFactorAction, { ...FACTOR, year: "24" }],
  ] as const)("is told of a wrong %s beside its field", async ([field, action, form]) => {
    expect(await send(action, form)).toMatchObject({
      status: "failed",
      fieldErrors: { [field]: [expect.any(String)] },
    });
  });

  test("is told which month uses more than it produces", async () => {
    const table = TABLE.table?.replace("71 %", "5 000") as string;
    expect(await send(setForecastTableAction, { ...TABLE, table })).toMatchObject({
      code: "INVALID_FORECAST",
      message: expect.stringContaining("Ici, en mars 2026 : l’autoconsommé dépasse la production"),
    });
  });

  test("spreads an ordinary study, whose town hall draws less in May than its rate asks for", async () => {
    const shapes = { productionShape: "solar_roof", withdrawalShape: "public_building" };
    const study = { ...shapes, production: "68 600", rate: "70", withdrawal: "80 000" };
    expect(await send(setForecastYearAction, { ...YEAR, ...study })).toMatchObject({
      status: "warned",
      warnings: expect.arrayContaining([expect.stringContaining("sauf là où le soutirage le limite")]),
    });
    expect(await send(setForecastYearAction, { ...YEAR, ...study, withdrawal: "20 000" })).toMatchObject({
      code: "INVALID_FORECAST",
      message: expect.stringContaining("le taux de l’année demande plus"),
    });
  });

  test("tells a factor, corrects it, takes it back; what was told stays", async () => {
    expect(await send(setCarbonFactorAction, FACTOR)).toMatchObject({ status: "done" });
    expect(await send(setCarbonFactorAction, FACTOR)).toMatchObject({
      message: expect.stringContaining("Rien ne change"),
    });
    expect(await send(setCarbonFactorAction, { ...FACTOR, ownGramsPerKwh: "4" })).toMatchObject({ status: "done" });
    expect(await readCarbonFactors(operation.id)).toMatchObject({
      standing: [{ gridGramsPerKwh: 21.7, ownGramsPerKwh: 4, year: 2024 }],
      former: [{ ownGramsPerKwh: null }],
    });
    expect(await send(withdrawCarbonFactorAction, { from: "2026-01-01" })).toMatchObject({ status: "done" });
    expect(await send(withdrawCarbonFactorAction, { from: "2026-01-01" })).toMatchObject({
      code: "UNKNOWN_CARBON_FACTOR",
    });
    await expect(sql("UPDATE carbon_factor SET year = 2000 WHERE collectivity_id = $1", [own.id])).rejects.toThrow();
  });
});

describe("a machine", () => {
  const address = (path: string) => `/api/v1/operations/${operation.accNumber}/${path}`;
  const months = Array.from({ length: 12 }, () => ({ productionWh: 5e6, withdrawalWh: null, selfConsumedWh: 3e6 }));
  const put = async (json: unknown) =>
    callApi(address("forecast"), { method: "PUT", key: await own.users.officer.key("write"), json });

  test("tells a forecast and reads it back", async () => {
    const body = { from: "2026-03-01", source: "Étude", months };
    expect(await (await put(body)).json()).toEqual({ changed: true });
    expect(await (await put(body)).json()).toEqual({ changed: false });
    const key = await own.users.elected.key("read");
    const { forecasts } = await expectAnswer(await callApi(address("forecast"), { key }), 200, forecastListSchema);
    expect(forecasts).toMatchObject([body]);
  });

  test.for([
    [400, "INVALID_REQUEST", { months: months.slice(1) }],
    [400, "INVALID_REQUEST", { source: "" }],
    [422, "INVALID_FORECAST", { from: "2026-03-02" }],
    [422, "INVALID_FORECAST", { months: months.map((month) => ({ ...month, selfConsumedWh: 6e6 })) }],
  ] as const)("%i %s", async ([status, code, changes]) => {
    await expectRefusal(await put({ from: "2026-03-01", source: "Étude", months, ...changes }), status, code);
  });

  test("reads the dashboard before anything is settled, and is refused a day that is none", async () => {
    const key = await own.users.elected.key("read");
    const read = (query: string) => callApi(address(`dashboard${query}`), { key });
    const dashboard = await expectAnswer(await read("?from=2026-03-01&to=2026-05-01"), 200, operationDashboardSchema);
    expect(dashboard).toMatchObject({
      months: [{ state: "not_settled", forecast: { productionWh: 5e6, surplusWh: 2e6 } }, { state: "not_settled" }],
      totals: { settledMonths: 0, unsettledMonths: 2, energies: null },
    });
    expect(await (await read("")).json()).toMatchObject({ months: [] });
    await expectRefusal(await read("?from=2026-02-30"), 400, "INVALID_REQUEST");
  });
});
