import { beforeAll, expect, test } from "vitest";
import { runTariffPeriodsSchema, tariffScheduleListSchema } from "@/lib/schemas/api/tariffs";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import type { TestOperation } from "../../support/create-test-operation";
import { expectRefusal } from "../../support/expect-answer";
import { createMeasuredOperation } from "../../support/measured-operation";
import { readSettledRun } from "../../support/settle-test-period";

const DAYS = ["2026-03-01", "2026-03-31"] as const;

let own: TestCollectivity;
let operation: TestOperation;
let key: string;

beforeAll(async () => {
  own = await createTestCollectivity();
  operation = await createMeasuredOperation(own, DAYS);
  key = await own.users.officer.key("write");
});

const address = (path: string) => `/api/v1/operations/${operation.accNumber}/${path}`;
const put = (path: string, body: unknown) => callApi(address(path), { method: "PUT", key, json: body });
const schedule = (changes: object = {}) => ({
  prm: operation.point("Mairie").prm,
  from: "2026-03-01",
  structure: "four_periods",
  offPeak: [{ from: "22:30", to: "06:30" }],
  ...changes,
});

test("off-peak hours are set, read back as JSON and as a table, and cut a run", async () => {
  const set = await put("tariff-schedules", { schedules: [schedule()] });
  expect(await set.json()).toEqual({ changed: 1 });

  const list = await (await callApi(address("tariff-schedules"), { key })).json();
  expect(tariffScheduleListSchema.parse(list)).toEqual(list);
  expect(
    list.meteringPoints.map(({ name, schedules }: { name: string; schedules: unknown }) => [name, schedules]),
  ).toEqual([
    ["École", []],
    [
      "Mairie",
      [
        {
          from: "2026-03-01",
          structure: "four_periods",
          offPeak: [{ from: "22:30", to: "06:30" }],
          lowSeasonOffPeak: null,
          highSeasonMonths: null,
        },
      ],
    ],
    ["Toiture", []],
  ]);
  const table = await callApi(address("tariff-schedules?format=csv"), { key });
  expect(table.headers.get("content-disposition")).toBe(
    `attachment; filename="${operation.sheet.slug}-heures-creuses.csv"`,
  );
  expect(await table.text()).toContain(`${operation.point("Mairie").prm};Mairie;01/03/2026;4 postes;22h30-6h30;;`);

  const { id } = await readSettledRun(operation, operation.sheet.startDay);
  const answer = await (await callApi(address(`runs/${id}/tariff-periods`), { key })).json();
  expect(runTariffPeriodsSchema.parse(answer)).toEqual(answer);
  // March is high season: 31 nights of 16 half-hours, less the hour that is not there on the 29th.
  expect(answer.consumers[1].parts.map(({ period }: { period: string }) => period)).toEqual(["HPH", "HCH"]);
  expect(answer.consumers[1].parts[1].withdrawalWh).toBeCloseTo((31 * 16 - 2) * 40, 6);
  expect(answer.consumers[0].parts).toMatchObject([{ period: null }]);
  expect(answer.producers[0].parts).toMatchObject([{ period: null, injectionWh: 148_600 }]);

  const season = await put("tariff-season", { from: "2026-03-01", highSeasonMonths: [1, 12, 2] });
  expect(await season.json()).toEqual({ season: { from: "2026-03-01", highSeasonMonths: [1, 12, 2] } });
  const again = await (await callApi(address(`runs/${id}/tariff-periods`), { key })).json();
  expect(again.consumers[1].parts.map(({ period }: { period: string }) => period)).toEqual(["HPB", "HCB"]);
});

test.for([
  [400, "INVALID_REQUEST", { offPeak: [{ from: "24:00", to: "06:30" }] }],
  [400, "INVALID_REQUEST", { from: "2026-02-30" }],
  [400, "INVALID_REQUEST", { structure: "tempo" }],
  [422, "UNKNOWN_METERING_POINT", { prm: "99999999999999" }],
  [422, "INVALID_TARIFF_SCHEDULE", { offPeak: [] }],
  [422, "INVALID_TARIFF_SCHEDULE", { structure: "base" }],
  [422, "INVALID_TARIFF_SEASON", { highSeasonMonths: [1, 1] }],
] as const)("%i %s", async ([status, code, changes]) => {
  await expectRefusal(await put("tariff-schedules", { schedules: [schedule(changes)] }), status, code);
});

test("a season of no month, or of all, is refused", async () => {
  await expectRefusal(
    await put("tariff-season", { from: "2026-03-01", highSeasonMonths: [] }),
    422,
    "INVALID_TARIFF_SEASON",
  );
});
