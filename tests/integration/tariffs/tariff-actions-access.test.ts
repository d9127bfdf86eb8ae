import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  setTariffScheduleAction,
  setTariffSeasonAction,
  setTariffTableAction,
  withdrawTariffScheduleAction,
} from "@/app/(espace)/operations/[operation]/participants/heures-creuses/actions";
import type { RegistryAction } from "@/components/registry/registry-form";
import { listTariffSchedules } from "@/lib/data/tariff-schedules";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
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

const hall = () => operation.point("Mairie").prm;
const SCHEDULE = {
  from: "2026-03-01",
  structure: "peak_off_peak",
  offPeak: "22h30-6h30",
  lowSeasonOffPeak: "",
  highSeasonMonths: "",
};
const table = (text: string, form: Form = {}): Form => ({ from: "2026-03-01", table: text, ...form });

const ACTIONS: readonly { name: string; action: RegistryAction; form: () => Form }[] = [
  { name: "tell off-peak hours", action: setTariffScheduleAction, form: () => ({ ...SCHEDULE, prm: hall() }) },
  {
    name: "take off-peak hours back",
    action: withdrawTariffScheduleAction,
    form: () => ({ prm: hall(), from: "2026-03-01" }),
  },
  {
    name: "tell many off-peak hours",
    action: setTariffTableAction,
    form: () => table(`PRM;Tarif\n${hall()};Base`, { confirmed: "1" }),
  },
  {
    name: "change the season",
    action: setTariffSeasonAction,
    form: () => ({ from: "2026-03-01", highSeasonMonths: "12-2" }),
  },
];

function send(action: RegistryAction, form: Form) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ operation: operation.sheet.slug, ...form })) data.append(name, value);
  return action({ status: "idle" }, data);
}

describe("an officer", () => {
  beforeAll(async () => {
    request.headers = new Headers({ cookie: await own.users.officer.cookie() });
  });

  test("is asked again when off-peak does not last eight hours, then agrees", async () => {
    const short = { ...SCHEDULE, prm: hall(), offPeak: "23h-6h" };
    expect(await send(setTariffScheduleAction, short)).toMatchObject({ status: "warned" });
    expect(await listTariffSchedules(operation.id)).toEqual([]);
    expect(await send(setTariffScheduleAction, { ...short, confirmed: "1" })).toMatchObject({ status: "done" });
    expect(await listTariffSchedules(operation.id)).toMatchObject([{ offPeak: [{ fromMinute: 1380, toMinute: 360 }] }]);
  });

  test.for([
    ["offPeak", { offPeak: "la nuit" }],
    ["offPeak", { offPeak: "" }],
    ["offPeak", { structure: "base" }],
    ["highSeasonMonths", { highSeasonMonths: "l’hiver" }],
    ["from", { from: "" }],
  ] as const)("has the reason beside %s", async ([field, wrong]) => {
    const state = await send(setTariffScheduleAction, { ...SCHEDULE, prm: hall(), ...wrong });
    expect(state).toMatchObject({
      status: "failed",
      fieldErrors: { [field]: expect.arrayContaining([expect.any(String)]) },
    });
  });

  test("sees what a table does before it is kept, and every line that is wrong", async () => {
    const school = operation.point("École").prm;
    const wrong = await send(setTariffTableAction, table(`PRM;Tarif\n${school};Tempo\n99999999999999;Base`));
    expect(wrong).toMatchObject({
      status: "failed",
      fieldErrors: { table: [expect.stringMatching(/Ligne 2\s.*Tempo.*\n.*99999999999999/u)] },
    });
    const good = `PRM\tTarif\tHeures creuses\n${school}\tHP/HC\t0h-6h`;
    expect(await send(setTariffTableAction, table(good))).toMatchObject({
      status: "warned",
      warnings: [expect.stringContaining("1"), expect.stringContaining("École")],
    });
    expect(await send(setTariffTableAction, table(good, { confirmed: "1" }))).toMatchObject({ status: "done" });
    expect(await send(setTariffTableAction, table(""))).toMatchObject({
      fieldErrors: { table: ["Collez un tableau, ou choisissez un fichier."] },
    });
  });

  test("adds nothing to whoever asked to be forgotten", async () => {
    await sql("UPDATE participant SET restricted_at = now() WHERE operation_id = $1", [operation.id]);

    for (const { action, form } of ACTIONS.slice(0, 3)) {
      expect(await send(action, form())).toMatchObject({ status: "failed", code: "DATA_ERASED" });
    }
  });
});
