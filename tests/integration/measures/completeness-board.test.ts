import { beforeAll, describe, expect, test } from "vitest";
import type { NewMeasureDecision } from "@/lib/data/measure-decisions";
import { addDays, type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { encodeCompleteness } from "@/lib/format/completeness-codes";
import { decideMeasure } from "@/lib/services/measures/decide-measure";
import { readCompletenessBoard } from "@/lib/services/measures/read-completeness-board";
import { type CurveDayReading, readCurveDay } from "@/lib/services/measures/read-curve-day";
import { releaseDecision } from "@/lib/services/measures/release-decision";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

const FROM = civilDate("2026-06-01");
/** Today: what came of it already is no day of the board. */
const TODAY = civilDate("2026-06-21");
const PERIOD = { from: FROM, toExclusive: TODAY };
const STEPS_A_DAY = 48;
const HALF_HOUR_MS = 1_800_000;

/** Steps of the town hall that no file brings: [day, first step, steps]. */
const HOLES = [
  [2, 20, 2], // an hour: interpolated
  [9, 47, 2], // an hour across midnight
  [12, 10, 3], // more: the week before
  [13, 0, 48], // a whole day: the week before
  [3, 40, 20], // across midnight, in the first week: the week before lies before the operation
  [19, 10, 3], // a week after a hole: its source is missing too
] as const;

const isHole = (step: number) =>
  HOLES.some(([day, first, count]) => {
    const start = day * STEPS_A_DAY + first;
    return step >= start && step < start + count;
  });

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity, {
    startDay: FROM,
    perimeter: {
      Toiture: ["producer"],
      Mairie: ["consumer"],
      École: ["consumer"],
      Gymnase: ["consumer"],
      Batterie: ["consumer", "producer"],
    },
  });
  const days = ["2026-06-01", "2026-06-21"] as const;
  await importTestCurves(operation, [
    { point: "Toiture", days, energyWh: 1_000 },
    { point: "Mairie", days, energyWh: (step) => (isHole(step) ? Number.NaN : 100) },
    { point: "Gymnase", days, energyWh: 100 },
    { point: "Batterie", days, energyWh: 10, quantity: "withdrawal" },
  ]);
  const gymnasium = operation.point("Gymnase").id;
  await sql(
    "UPDATE attachment SET from_day = '2026-06-04', to_day = '2026-06-18' WHERE operation_id = $1 AND metering_point_id = $2",
    [operation.id, gymnasium],
  );
});

const board = () => readCompletenessBoard(operation.id, PERIOD, operation.sheet.stepMinutes);

/** The states of a row, a letter a day: measured, interpolated, copied, s = given by hand, x missing, - outside. */
async function codesOf(name: string, role = "consumer"): Promise<string | undefined> {
  const row = (await board()).rows.find((each) => each.name === name && each.role === role);
  return row && encodeCompleteness(row.states);
}

function decide(
  kind: NewMeasureDecision["kind"],
  day: number,
  [first, end]: readonly [number, number],
  powerW?: number,
) {
  const startMs = parisMidnightMs(addDays(FROM, day));
  return decideMeasure(operation, collectivity.users.officer.actor, {
    meteringPointId: operation.point("Mairie").id,
    quantity: "withdrawal",
    kind,
    startMs: startMs + first * HALF_HOUR_MS,
    endMs: startMs + end * HALF_HOUR_MS,
    powerW: powerW ?? null,
    reason: "Relevé sur place",
  });
}

const release = (id: string) => releaseDecision(operation.id, collectivity.users.officer.actor, id);

const WEAKEST_FIRST = ["missing", "manual", "copied", "interpolated"] as const;

function worthOf({ isAttached, steps }: CurveDayReading) {
  if (!isAttached) return "outside_perimeter";
  return WEAKEST_FIRST.find((origin) => steps.some((step) => step.origin === origin)) ?? "measured";
}

/** What the page of each day says, for every row of the board. */
async function statesOfDayPages(days: readonly CivilDate[]) {
  const { rows } = await board();
  return Promise.all(
    rows.map(async ({ prm, role }) => {
      const read = [];
      for (const day of days) {
        const found = await readCurveDay(operation.id, { prm, day, stepMinutes: operation.sheet.stepMinutes });
        read.push(worthOf(found?.curves.find((curve) => curve.role === role) as CurveDayReading));
      }
      return read;
    }),
  );
}

describe("the year board", () => {
  test("has the days that are over, and a row for each role of each metering point", async () => {
    const { days, rows } = await board();
    expect([days[0], days.at(-1), days.length]).toEqual(["2026-06-01", "2026-06-20", 20]);
    expect(rows.map(({ name, role }) => `${name} ${role}`)).toEqual([
      "Batterie producer",
      "Batterie consumer",
      "École consumer",
      "Gymnase consumer",
      "Mairie consumer",
      "Toiture producer",
    ]);
    for (const { states } of rows) expect(states).toHaveLength(20);
  });

  test("tells measured, interpolated, repeated and missing apart", async () => {
    expect(await codesOf("Mairie")).toBe("mmixxmmmmiimccmmmmmx");
    expect(await codesOf("Toiture", "producer")).toBe("m".repeat(20));
  });

  test("a metering point of which nothing ever came is missing, not absent", async () => {
    expect(await codesOf("École")).toBe("x".repeat(20));
    expect([await codesOf("Batterie"), await codesOf("Batterie", "producer")]).toEqual([
      "m".repeat(20),
      "x".repeat(20),
    ]);
  });

  test("days before an entry and after an exit are outside, whatever was received", async () => {
    expect(await codesOf("Gymnase")).toBe(`---${"m".repeat(14)}---`);
  });

  test("a value given by hand, a measure held to be wrong and a refused correction are seen, until they are let go", async () => {
    const before = await codesOf("Mairie");
    const ids = [
      await decide("value", 3, [40, 48], 500), // one part of a hole that crosses midnight
      await decide("discard", 8, [10, 12]), // an hour that was measured
      await decide("discard", 6, [0, 48]), // a whole day that another day repeats
      await decide("leave_missing", 2, [20, 22]),
    ];
    expect(await codesOf("Mairie")).toBe("mmxsxmxmiiimcxmmmmmx");
    expect((await board()).rows.map(({ states }) => states)).toEqual(await statesOfDayPages((await board()).days));
    for (const id of ids) await release(id);
    expect(await codesOf("Mairie")).toBe(before);
  }, 30_000);

  test("says of each day what the page of that day says", async () => {
    const { days, rows } = await board();
    expect(rows.map(({ states }) => states)).toEqual(await statesOfDayPages(days));
  }, 30_000);

  test("of one day is the same as that day of a longer one", async () => {
    const { rows } = await board();
    const period = { from: civilDate("2026-06-11"), toExclusive: civilDate("2026-06-12") };
    const oneDay = await readCompletenessBoard(operation.id, period, 30);
    expect(oneDay.rows.map(({ states }) => states[0])).toEqual(rows.map(({ states }) => states[10]));
  });

  test("before any import is missing all over", async () => {
    const other = await createTestOperation(collectivity, { startDay: FROM });
    const { rows } = await readCompletenessBoard(other.id, PERIOD, 30);
    expect(rows.map(({ states }) => encodeCompleteness(states))).toEqual(Array(3).fill("x".repeat(20)));
  });
});

test("a meter that spoke for one day is missing on all others, but the one a week later, which takes its values", async () => {
  const silent = await createTestOperation(collectivity, { startDay: FROM });
  await importTestCurves(silent, [{ point: "Mairie", days: ["2026-06-05", "2026-06-05"], energyWh: 100 }]);
  const { days, rows } = await readCompletenessBoard(silent.id, PERIOD, 30);
  const statesOf = (name: string) => rows.find((row) => row.name === name)?.states;
  const hall = days.map((day) => (day === "2026-06-05" ? "measured" : day === "2026-06-12" ? "copied" : "missing"));
  expect(statesOf("Mairie")).toEqual(hall);
  expect(statesOf("École")).toEqual(days.map(() => "missing"));
});
