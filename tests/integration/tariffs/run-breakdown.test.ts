import { beforeAll, expect, test } from "vitest";
import { listSettlementRuns } from "@/lib/data/settlement-runs";
import { listTariffSchedules } from "@/lib/data/tariff-schedules";
import type { DatedTariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import { civilDate } from "@/lib/domain/time/civil-date";
import { closePeriod } from "@/lib/services/periods/close-period";
import { reopenPeriod } from "@/lib/services/periods/reopen-period";
import { readPeriodTariffs } from "@/lib/services/tariffs/read-period-tariffs";
import { readTariffBreakdown } from "@/lib/services/tariffs/read-tariff-breakdown";
import { setTariffSchedules } from "@/lib/services/tariffs/set-tariff-schedules";
import { setTariffSeason } from "@/lib/services/tariffs/set-tariff-season";
import { withdrawTariffSchedule } from "@/lib/services/tariffs/withdraw-tariff-schedule";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import type { TestOperation } from "../../support/create-test-operation";
import { importTestFiles } from "../../support/import-test-files";
import { createMeasuredOperation } from "../../support/measured-operation";
import { readSettledRun, settleTestPeriod } from "../../support/settle-test-period";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

// The month of the clock change: 31 days, 1 490 half-hours, and one more off-peak hour at night.
const OCTOBER = civilDate("2025-10-01");
const DAYS = ["2025-10-01", "2025-10-31"] as const;
const NIGHT = { fromMinute: 22 * 60 + 38, toMinute: 6 * 60 + 38 };

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createMeasuredOperation(collectivity, DAYS);
}, 30_000);

function schedule(changes: Partial<DatedTariffSchedule> = {}): DatedTariffSchedule {
  return {
    from: OCTOBER,
    structure: "peak_off_peak",
    offPeak: [NIGHT],
    lowSeasonOffPeak: null,
    highSeasonMonths: null,
    ...changes,
  };
}

const setSchedules = (schedules: Readonly<Record<string, DatedTariffSchedule>>) =>
  setTariffSchedules(
    operation.id,
    collectivity.users.officer.actor,
    Object.entries(schedules).map(([name, each]) => ({ prm: operation.point(name).prm, ...each })),
  );

/** Energies of the latest run by site and period. [Wh, to the nearest] */
async function readParts(): Promise<Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>> {
  const [run] = await listSettlementRuns(operation.id);
  if (!run) throw new Error("nothing is settled");
  const breakdown = await readTariffBreakdown(operation.id, run);
  return Object.fromEntries(
    breakdown.map(({ name, parts }) => [
      name,
      Object.fromEntries(
        parts.map(({ period, energyWh, sharedWh, restWh }) => [
          period ?? "non renseigné",
          [energyWh, sharedWh, restWh].map(Math.round),
        ]),
      ),
    ]),
  );
}

test("a run knows its tariff periods, and keeps them right when off-peak hours change; the run itself stays", async () => {
  expect(await setSchedules({ Mairie: schedule() })).toBe(1);
  const run = await readSettledRun(operation, OCTOBER);
  // 31 nights of 8 hours and one more hour: 249 h, 498 half-hours of 40 Wh, of which the roof gives 40.
  expect(await readParts()).toEqual({
    Mairie: { HP: [39_680, 39_680, 0], HC: [19_920, 19_920, 0] },
    Toiture: { "non renseigné": [149_000, 104_300, 44_700] },
    École: { "non renseigné": [149_000, 44_700, 104_300] },
  });

  // Told afterwards, from the 16th on, for another one: its first days have no off-peak hours.
  await setSchedules({ École: schedule({ from: civilDate("2025-10-16"), structure: "base", offPeak: [] }) });
  const { École: school } = await readParts();
  expect(school).toEqual({
    BASE: [77_000, 23_100, 53_900],
    "non renseigné": [72_000, 21_600, 50_400],
  });

  // A correction from the same day takes the place of what stood.
  const day = { fromMinute: 12 * 60, toMinute: 20 * 60 };
  await setSchedules({ Mairie: schedule({ offPeak: [day] }), Toiture: schedule({ structure: "four_periods" }) });
  const parts = await readParts();
  expect(parts.Mairie).toEqual({ HP: [39_760, 39_760, 0], HC: [19_840, 19_840, 0] });
  expect(Object.keys(parts.Toiture ?? {})).toEqual(["HPB", "HCB"]);

  // October becomes a month of the high season of this operation.
  await setTariffSeason(operation.id, collectivity.users.officer.actor, {
    from: OCTOBER,
    highSeasonMonths: [10, 11, 12, 1, 2],
  });
  expect(Object.keys((await readParts()).Toiture ?? {})).toEqual(["HPH", "HCH"]);

  // Taken back: nothing is known again, and nothing is assumed.
  await withdrawTariffSchedule(operation.id, collectivity.users.officer.actor, {
    prm: operation.point("Mairie").prm,
    from: OCTOBER,
  });
  expect((await readParts()).Mairie).toEqual({ "non renseigné": [59_600, 59_600, 0] });

  expect(await settleTestPeriod(operation, OCTOBER)).toMatchObject({ status: "unchanged", runId: run.id });
});

test("a closed period stays as it is cut, and follows what was told meanwhile once it is reopened", async () => {
  const { actor } = collectivity.users.officer;
  await setSchedules({ Mairie: schedule() });
  const before = await readParts();
  await closePeriod(operation.id, actor, OCTOBER);
  await setSchedules({ Mairie: schedule({ structure: "base", offPeak: [] }) });
  expect(await readParts()).toEqual(before);
  await reopenPeriod(operation.id, actor, OCTOBER, "Heures creuses corrigées");
  expect(Object.keys((await readParts()).Mairie ?? {})).toEqual(["BASE"]);
});

test("the parts of every metering point add up to the totals of the run, to the last bit", async () => {
  await setSchedules({ Mairie: schedule(), École: schedule({ structure: "four_periods" }), Toiture: schedule() });
  const [run] = await listSettlementRuns(operation.id);
  const rows = await sql(
    `SELECT p.energy_wh, p.shared_wh, t.energies, t.shares FROM settlement_run_point p
       JOIN (SELECT run_id, metering_point_id, role, array_agg(energy_wh) AS energies, array_agg(shared_wh) AS shares
               FROM settlement_run_tariff GROUP BY run_id, metering_point_id, role) t USING (run_id, metering_point_id, role)
      WHERE p.run_id = $1`,
    [run?.id],
  );
  const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
  expect(rows).toHaveLength(3);
  for (const { energy_wh, shared_wh, energies, shares } of rows) {
    expect(sum(energies as number[])).toBe(energy_wh);
    expect(sum(shares as number[])).toBe(shared_wh);
  }
});

test("what is known already changes nothing; a mistake in one line changes none of them", async () => {
  await setSchedules({ Mairie: schedule() });
  const before = await listTariffSchedules(operation.id);
  expect(await setSchedules({ Mairie: schedule() })).toBe(0);
  const { actor } = collectivity.users.officer;
  const good = { prm: operation.point("École").prm, ...schedule({ from: civilDate("2026-01-01") }) };
  const refused = [
    [{ ...good, prm: "99999999999999" }, "UNKNOWN_METERING_POINT"],
    [{ ...good, offPeak: [] }, "INVALID_TARIFF_SCHEDULE"],
    [{ ...good, highSeasonMonths: [13] }, "INVALID_TARIFF_SEASON"],
    [good, "DUPLICATE_ID"],
  ] as const;
  for (const [wrong, code] of refused) {
    await expect(setTariffSchedules(operation.id, actor, [good, wrong])).rejects.toMatchObject({ code });
  }
  expect(await listTariffSchedules(operation.id)).toEqual(before);
});

test("what was told stays readable: the database refuses to rewrite it, and the trail names nobody", async () => {
  await setSchedules({ Mairie: schedule({ from: civilDate("2026-02-01") }) });
  await setSchedules({
    Mairie: schedule({ from: civilDate("2026-02-01"), offPeak: [{ fromMinute: 0, toMinute: 480 }] }),
  });
  const { id } = operation.point("Mairie");
  const rows = await sql(
    `SELECT off_peak, superseded_at FROM tariff_schedule
      WHERE operation_id = $1 AND metering_point_id = $2 AND from_day = '2026-02-01' ORDER BY created_at`,
    [operation.id, id],
  );
  expect(rows.map(({ off_peak, superseded_at }) => [off_peak, superseded_at === null])).toEqual([
    [[[1358, 398]], false],
    [[[0, 480]], true],
  ]);
  await expect(
    sql("UPDATE tariff_schedule SET off_peak = '[]' WHERE operation_id = $1", [operation.id]),
  ).rejects.toThrow("a tariff that was told does not change");
  const [event] = await sql(
    `SELECT before, after FROM audit_event WHERE operation_id = $1 AND object_id = $2 AND action = 'set.tariff_schedule'
      ORDER BY at DESC LIMIT 1`,
    [operation.id, id],
  );
  expect(event).toEqual({
    before: { day: "2026-02-01", structure: "peak_off_peak", offPeak: "22h38-6h38" },
    after: { day: "2026-02-01", structure: "peak_off_peak", offPeak: "0h00-8h00" },
  });
});

test("energies that the operator publishes by tariff period are set beside ours", async () => {
  await setSchedules({ Mairie: schedule({ offPeak: [{ fromMinute: 1320, toMinute: 360 }] }) });
  const { prm } = operation.point("Mairie");
  const file = (lines: string) => ({
    name: `${prm}_01102025_31102025_Conso_ENERGIE.csv`,
    bytes: new TextEncoder().encode(lines),
  });
  // 31 nights of 8 hours and an hour more: 498 half-hours of 40 Wh.
  await importTestFiles(operation, [file("HP;39,68;\r\nHC;19,92;\r\n")]);
  const alike = await readPeriodTariffs(operation.id, OCTOBER);
  expect(alike?.compared.map(({ name, tariffPeriod, isAlike }) => `${name} ${tariffPeriod} ${isAlike}`).sort()).toEqual(
    ["Mairie HC true", "Mairie HP true"],
  );
  await importTestFiles(operation, [file("HP;39,64;\r\nHC;19,96;\r\n")]);
  const apart = await readPeriodTariffs(operation.id, OCTOBER);
  expect(apart?.compared.map(({ differenceWh }) => Math.round(differenceWh ?? 0)).sort((a, b) => a - b)).toEqual([
    -40, 40,
  ]);
});
