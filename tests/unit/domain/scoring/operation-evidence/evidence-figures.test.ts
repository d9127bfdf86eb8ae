import { describe, expect, test } from "vitest";
import type { EvidencePoint } from "@/lib/domain/scoring/operation-evidence/evidence-point";
import { lastYear } from "@/lib/domain/scoring/operation-evidence/last-year";
import { listHeldDataFigures } from "@/lib/domain/scoring/operation-evidence/list-held-data-figures";
import { listMeterFigures } from "@/lib/domain/scoring/operation-evidence/list-meter-figures";
import { listPilotFigures, type PilotInput } from "@/lib/domain/scoring/operation-evidence/list-pilot-figures";
import type { MeasuredCurve } from "@/lib/domain/scoring/operation-evidence/measured-curve";
import type { EvidenceFigure } from "@/lib/domain/scoring/operation-evidence/operation-evidence";
import { type EvidenceRun, settledWindow } from "@/lib/domain/scoring/operation-evidence/settled-window";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";

const DAY = civilDate("2026-11-22");
const START = civilDate("2025-09-01");
const PERIODS = listSettlementPeriods({ startDate: START, anniversaries: [{ from: START, dayOfMonth: 1 }] }, DAY);

const run = (index: number, given: Partial<EvidenceRun> = {}): EvidenceRun => ({
  id: `run-${index}`,
  period: PERIODS[index] as EvidenceRun["period"],
  productionWh: 1_000,
  withdrawalWh: 4_000,
  selfConsumedWh: 600,
  correctedSteps: 10,
  ...given,
});

type Role = "consumer" | "producer";
const point = (id: string, roles: readonly Role[], given: Partial<EvidencePoint> = {}): EvidencePoint => ({
  id,
  peakPowerW: roles.includes("producer") ? 36_000 : null,
  energySource: roles.includes("producer") ? "solar" : null,
  attachments: roles.map((role) => ({ role, from: START, toExclusive: null })),
  holders: [{ participantId: `holder of ${id}`, from: START, toExclusive: null }],
  ...given,
});

const valuesOf = (figures: readonly EvidenceFigure[]) =>
  Object.fromEntries(
    figures.map(({ code, stepMinutes, energySource, value }) => [
      [code, stepMinutes, energySource].filter((part) => part !== undefined).join(" "),
      value,
    ]),
  );

describe("the window of the last settled periods", () => {
  const from = (index: number) => PERIODS[index]?.from;

  test("is of twelve, up to the latest settled one", () => {
    const window = settledWindow(
      PERIODS,
      [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((index) => run(index)),
    );
    expect(window?.period).toEqual({ from: from(2), toExclusive: "2026-11-01" });
    expect(window?.runs).toHaveLength(12);
    expect(window?.missing).toEqual([]);
  });

  test("names its holes, those before a young operation's first result among them", () => {
    const window = settledWindow(PERIODS.slice(0, 5), [run(2), run(4)]);
    expect(window?.period.from).toBe(START);
    expect(window?.runs.map(({ id }) => id)).toEqual(["run-2", "run-4"]);
    expect(window?.missing.map((period) => period.from)).toEqual([from(0), from(1), from(3)]);
  });

  test("is none before a result", () => {
    expect(settledWindow(PERIODS, [])).toBeNull();
    expect(settledWindow([], [])).toBeNull();
  });
});

describe("a pilot", () => {
  const input = (given: Partial<PilotInput> = {}): PilotInput => ({
    window: settledWindow(
      PERIODS,
      PERIODS.slice(0, 14).map((_, index) => run(index)),
    ),
    days: [{ productionWh: Float64Array.of(4, 0, 6), withdrawalWh: Float64Array.of(3, 5, 9) }],
    points: [point("roof", ["producer"]), point("school", ["consumer"]), point("farm", ["producer", "consumer"])],
    keys: [
      { kind: "static", from: START, toExclusive: civilDate("2026-11-01") },
      { kind: "dynamic_simple", from: civilDate("2026-11-01"), toExclusive: null },
    ],
    day: DAY,
    ...given,
  });

  test("is worth what twelve months gave, who takes part and the key of the day", () => {
    expect(valuesOf(listPilotFigures(input()))).toEqual({
      settled_periods: 12,
      self_consumption_rate: 0.6,
      self_production_rate: 0.15,
      coverage_rate: 0.25,
      shared_energy: 7_200,
      production: 12_000,
      withdrawal: 48_000,
      surplus_share: 0.4,
      synchronisation: 0.9,
      participants: 3,
      consumer_points: 2,
      producer_points: 2,
      peak_power: 72_000,
      key_kind: "dynamic_simple",
      key_from: "2026-11-01",
    });
  });

  test("sums nothing over a period that is not settled, and names it", () => {
    const window = settledWindow(PERIODS, [run(3), run(5)]);
    const figures = listPilotFigures(input({ window }));
    expect(valuesOf(figures)).toMatchObject({ settled_periods: 2, shared_energy: null, synchronisation: null });
    const shared = figures.find(({ code }) => code === "shared_energy");
    expect(shared?.missing).toContainEqual(PERIODS[4]);
  });

  test("says nothing of a power that one producer does not tell, nor of a key that no longer holds", () => {
    const points = [point("roof", ["producer"]), point("barn", ["producer"], { peakPowerW: null })];
    const keys = [{ kind: "static" as const, from: START, toExclusive: DAY }];
    expect(valuesOf(listPilotFigures(input({ points, keys })))).toMatchObject({
      peak_power: null,
      key_kind: null,
      key_from: null,
    });
  });

  test("that has nothing yet is no zero", () => {
    const figures = valuesOf(listPilotFigures(input({ window: null, days: [], points: [], keys: [] })));
    expect(figures).toMatchObject({ settled_periods: 0, shared_energy: null, peak_power: null, synchronisation: null });
  });
});

describe("data held", () => {
  const year = lastYear(DAY);
  const curve = (meteringPointId: string, role: Role, given: Partial<MeasuredCurve> = {}): MeasuredCurve => ({
    meteringPointId,
    role,
    completeDays: 365,
    knownWh: 1_000,
    lastDay: civilDate("2026-11-20"),
    lastStepMinutes: 30,
    ...given,
  });

  test("is counted over the days each point takes part", () => {
    const left = { role: "consumer" as const, from: START, toExclusive: addDays(year.from, 35) };
    const points = [
      point("roof", ["producer"]),
      point("school", ["consumer"]),
      point("gone", [], { attachments: [left] }),
    ];
    const curves = [
      curve("roof", "producer"),
      curve("school", "consumer", { completeDays: 165 }),
      curve("gone", "consumer", { completeDays: 35, knownWh: 50 }),
    ];
    expect(valuesOf(listHeldDataFigures({ points, curves, year, day: DAY }))).toEqual({
      consumer_points: 1,
      producer_points: 1,
      producers: 1,
      "peak_power solar": 36_000,
      withdrawal_completeness: 0.5,
      injection_completeness: 1,
      complete_points: 2,
      known_withdrawal: 1_050,
      known_injection: 1_000,
    });
  });

  test("is unknown, not zero, where there is none", () => {
    const points = [point("school", ["consumer"])];
    const curves = [curve("school", "consumer", { completeDays: 0, knownWh: null })];
    expect(valuesOf(listHeldDataFigures({ points, curves, year, day: DAY }))).toMatchObject({
      withdrawal_completeness: 0,
      injection_completeness: null,
      known_withdrawal: null,
    });
  });

  test("comes by step, with what was measured and what was corrected", () => {
    const points = [
      point("roof", ["producer", "consumer"]),
      point("school", ["consumer"]),
      point("hall", ["consumer"]),
    ];
    const curves = [
      curve("roof", "producer", { lastStepMinutes: 10, lastDay: civilDate("2026-11-21") }),
      curve("roof", "consumer"),
      curve("school", "consumer"),
    ];
    const window = settledWindow(PERIODS, [run(12), run(13)]);
    const inside = window && { ...window, missing: [] };
    expect(valuesOf(listMeterFigures({ points, curves, window: inside, usedSteps: 1_000, day: DAY }))).toEqual({
      "points_at_step 10": 1,
      "points_at_step 30": 1,
      points_without_curve: 1,
      last_measured_day: "2026-11-21",
      measured_share: 0.98,
      corrected_share: 0.02,
    });
  });
});
