import { expect, test } from "vitest";
import type { CalendarEntry, KeyRule } from "@/lib/domain/coefficients/key-rule";
import { makeCoefficients } from "@/lib/domain/coefficients/make-coefficients";
import { makeProducerCoefficients } from "@/lib/domain/coefficients/make-producer-coefficients";
import { DomainError } from "@/lib/domain/errors";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const NO = Number.NaN;
const HOURS = parisPeriodAxis(civilDate("2026-06-21"), civilDate("2026-06-22"), 60);

/** Makes the key of one step: the first of a day where nothing else happens. */
function makeStep(rule: KeyRule, productionWh: number, needsWh: readonly number[], unitPpm = 1) {
  const made = makeCoefficients(rule, {
    axis: HOURS,
    consumerIds: needsWh.map((_, j) => `c${j}`),
    withdrawalWh: needsWh.map((need) => new Float64Array(24).fill(need)),
    productionWh: new Float64Array(24).fill(productionWh),
    unitPpm,
  });
  return made.missingSteps[0] === 1 ? "missing" : made.ppm.map((row) => row[0]);
}

const tier = (consumerIds: readonly string[], kind: "equal" | "pro_rata" = "equal") => ({
  consumerIds,
  sharing: { kind },
});
const fixed = (shares: Record<string, number>) => ({
  consumerIds: Object.keys(shares),
  sharing: { kind: "fixed", shares } as const,
});
const proRata: KeyRule = { kind: "pro_rata" };
const communeFirst: KeyRule = { kind: "tiers", tiers: [tier(["c0"]), tier(["c1", "c2"], "pro_rata")] };
const allEqual: KeyRule = { kind: "tiers", tiers: [tier(["c0", "c1", "c2"])] };
const sixtyForty: KeyRule = { kind: "tiers", tiers: [fixed({ c0: 600_000, c1: 400_000 }), tier(["c2"])] };

test.for([
  {
    why: "in proportion to withdrawal, whatever is produced",
    rule: proRata,
    p: 0,
    l: [100, 300, 0],
    made: [250_000, 750_000, 0],
  },
  { why: "nobody draws: no key", rule: proRata, p: 50, l: [0, 0, 0], made: [0, 0, 0] },
  { why: "one withdrawal missing: no share is known", rule: proRata, p: 50, l: [1, NO, 1], made: "missing" },
  { why: "the production is not asked for", rule: proRata, p: NO, l: [1, 1, 0], made: [500_000, 500_000, 0] },
  {
    why: "the commune takes what it needs first",
    rule: communeFirst,
    p: 100,
    l: [60, 30, 90],
    made: [600_000, 100_000, 300_000],
  },
  { why: "the commune takes all", rule: communeFirst, p: 100, l: [150, 30, 90], made: [1_000_000, 0, 0] },
  {
    why: "the commune takes all: nobody asks what the others drew",
    rule: communeFirst,
    p: 100,
    l: [150, NO, 90],
    made: [1_000_000, 0, 0],
  },
  {
    why: "a measure is missing in the tier that would be served",
    rule: communeFirst,
    p: 100,
    l: [60, NO, 90],
    made: "missing",
  },
  { why: "the commune's own is missing", rule: communeFirst, p: 100, l: [NO, 1, 1], made: "missing" },
  { why: "production missing", rule: communeFirst, p: NO, l: [1, 1, 1], made: "missing" },
  {
    why: "nothing produced: nothing to share, nothing to know",
    rule: communeFirst,
    p: 0,
    l: [NO, NO, 1],
    made: [0, 0, 0],
  },
  {
    why: "what nobody draws stays unallocated",
    rule: communeFirst,
    p: 1_000,
    l: [60, 30, 10],
    made: [60_000, 30_000, 10_000],
  },
  { why: "equal parts", rule: allEqual, p: 90, l: [50, 50, 50], made: [333_334, 333_333, 333_333] },
  {
    why: "what one cannot use goes to the others of the tier",
    rule: allEqual,
    p: 90,
    l: [10, 100, 100],
    made: [111_111, 444_445, 444_444],
  },
  {
    why: "and again, where that fills another",
    rule: allEqual,
    p: 90,
    l: [10, 35, 100],
    made: [111_111, 388_889, 500_000],
  },
  { why: "fixed parts of a tier", rule: sixtyForty, p: 100, l: [100, 100, 100], made: [600_000, 400_000, 0] },
  {
    why: "fixed parts, one filled, then the next tier",
    rule: sixtyForty,
    p: 100,
    l: [30, 50, 100],
    made: [300_000, 500_000, 200_000],
  },
] as const)("$why", ({ rule, p, l, made }) => {
  expect(makeStep(rule, p, l)).toEqual(made);
});

test("rounded at the precision of the file, by the largest remainder", () => {
  expect(makeStep(allEqual, 90, [50, 50, 50], 1_000)).toEqual([334_000, 333_000, 333_000]);
});

test("the order of a tier's list does not matter", () => {
  const reversed: KeyRule = { kind: "tiers", tiers: [tier(["c2", "c1", "c0"])] };
  expect(makeStep(reversed, 90, [50, 50, 50])).toEqual(makeStep(allEqual, 90, [50, 50, 50]));
});

test("who left the perimeter is passed over, who is in no tier gets nothing", () => {
  const rule: KeyRule = { kind: "tiers", tiers: [fixed({ gone: 500_000, c0: 500_000 })] };
  expect(makeStep(rule, 100, [80, 80])).toEqual([800_000, 0]);
});

const YEAR = Array.from({ length: 12 }, (_, month) => month + 1);
const WEEK = [1, 2, 3, 4, 5, 6, 7];
const entry = (
  fromMinute: number,
  toMinute: number,
  shares: Record<string, number>,
  rest: Partial<CalendarEntry> = {},
) => ({
  months: YEAR,
  weekdays: WEEK,
  fromMinute,
  toMinute,
  shares,
  ...rest,
});

test.for([
  { day: "2026-06-21", length: 48, night: 12, school: 0 },
  { day: "2026-06-22", length: 48, night: 12, school: 16 },
  { day: "2026-03-29", length: 46, night: 10, school: 0 },
  { day: "2026-10-25", length: 50, night: 14, school: 0 },
  { day: "2026-07-06", length: 48, night: 12, school: 0 },
])("a calendar follows the clock: $day has $length half-hours", ({ day, length, night, school }) => {
  const from = civilDate(day);
  const axis = parisPeriodAxis(from, addDays(from, 1), 30);
  const rule: KeyRule = {
    kind: "calendar",
    entries: [
      entry(23 * 60, 5 * 60, { c0: 900_000 }),
      entry(
        8 * 60,
        16 * 60,
        { c0: 700_000, c1: 300_000 },
        { weekdays: [1, 2, 3, 4, 5], months: [1, 2, 3, 4, 5, 6, 9, 10, 11, 12] },
      ),
    ],
    defaultShares: { c1: 500_000 },
  };
  const { ppm, missingCount } = makeCoefficients(rule, {
    axis,
    consumerIds: ["c0", "c1"],
    withdrawalWh: [new Float64Array(length).fill(NO), new Float64Array(length).fill(NO)],
    productionWh: new Float64Array(length).fill(NO),
    unitPpm: 100,
  });
  const count = (consumer: number, value: number) => ppm[consumer]?.filter((each) => each === value).length;
  expect(missingCount).toBe(0);
  expect(axis.length).toBe(length);
  expect(count(0, 900_000)).toBe(night);
  expect(count(0, 700_000)).toBe(school);
  expect(count(1, 500_000)).toBe(length - night - school);
});

test.for<readonly [KeyRule, string, object]>([
  [{ kind: "tiers", tiers: [] }, "INVALID_KEY_RULE", {}],
  [{ kind: "tiers", tiers: [tier(["c0"]), tier([])] }, "INVALID_KEY_RULE", { tier: 1 }],
  [{ kind: "tiers", tiers: [tier(["c0"]), tier(["c0"])] }, "INVALID_KEY_RULE", { tier: 1, id: "c0" }],
  [{ kind: "tiers", tiers: [fixed({ c0: 999_999 })] }, "INVALID_KEY_RULE", { tier: 0 }],
  [{ kind: "tiers", tiers: [fixed({ c0: 1.5 })] }, "INVALID_COEFFICIENT", { tier: 0 }],
  [{ kind: "calendar", entries: [entry(0, 0, {})], defaultShares: {} }, "INVALID_KEY_RULE", { entry: 0 }],
  [{ kind: "calendar", entries: [entry(0, 1_441, {})], defaultShares: {} }, "INVALID_KEY_RULE", { entry: 0 }],
  [
    { kind: "calendar", entries: [entry(0, 60, {}, { months: [] })], defaultShares: {} },
    "INVALID_KEY_RULE",
    { entry: 0 },
  ],
  [
    { kind: "calendar", entries: [entry(0, 60, {}), entry(1_380, 30, {})], defaultShares: {} },
    "CALENDAR_OVERLAP",
    { first: 0, second: 1 },
  ],
  [
    { kind: "calendar", entries: [], defaultShares: { c0: 600_000, c1: 400_001 } },
    "COEFFICIENTS_ABOVE_ONE",
    { sumPpm: 1_000_001 },
  ],
  [{ kind: "file" }, "COEFFICIENTS_MISMATCH", { consumers: 2 }],
])("a rule that does not say one thing is refused: %j", ([rule, code, details]) => {
  const error = catchError(() => makeStep(rule, 1, [1, 1]));
  expect(error).toMatchObject({ code, details });
});

test("entries that only touch, or are on other days, do not overlap", () => {
  const entries = [
    entry(0, 60, { c0: 1 }),
    entry(60, 120, { c0: 2 }),
    entry(120, 1_440, { c0: 3 }, { weekdays: [1] }),
    entry(120, 1_440, { c0: 4 }, { weekdays: [7], months: [6] }),
  ];
  expect(makeStep({ kind: "calendar", entries, defaultShares: {} }, 1, [1])).toEqual([1]);
});

test("values of one's own file are taken as they are, but never above the whole", () => {
  const make = (filePpm: readonly Uint32Array[]) =>
    makeCoefficients(
      { kind: "file" },
      {
        axis: HOURS,
        consumerIds: ["c0", "c1"],
        withdrawalWh: [new Float64Array(24).fill(NO), new Float64Array(24).fill(NO)],
        productionWh: new Float64Array(24).fill(NO),
        unitPpm: 1,
        filePpm,
      },
    );
  const filePpm = [new Uint32Array(24).fill(333_333), new Uint32Array(24).fill(666_667)];
  expect(make(filePpm).ppm).toEqual(filePpm);
  filePpm[0]?.fill(333_334, 7, 8);
  expect(catchError(() => make(filePpm))).toMatchObject({ code: "COEFFICIENTS_ABOVE_ONE", details: { step: 7 } });
});

test("full dynamic: the second producer shares what the first one's consumers still need", () => {
  const hours = (value: number) => new Float64Array(24).fill(value);
  const [first, second] = makeProducerCoefficients(
    [
      { rule: { kind: "tiers", tiers: [tier(["c0"])] }, productionWh: hours(50) },
      { rule: communeFirst, productionWh: hours(100) },
    ],
    { axis: HOURS, consumerIds: ["c0", "c1", "c2"], withdrawalWh: [hours(80), hours(20), hours(100)], unitPpm: 1 },
  );
  expect(first?.ppm.map((row) => row[0])).toEqual([1_000_000, 0, 0]);
  // 30 Wh are left to the commune, then 70 Wh in proportion to 20 and 100.
  expect(second?.ppm.map((row) => row[0])).toEqual([300_000, 116_667, 583_333]);
});

test("full dynamic: where the first one's energy is not known, the second one's rule cannot be made", () => {
  const hours = (value: number) => new Float64Array(24).fill(value);
  const rule: KeyRule = { kind: "calendar", entries: [], defaultShares: { c0: 500_000 } };
  const make = (productionWh: number) =>
    makeProducerCoefficients(
      [
        { rule, productionWh: hours(productionWh) },
        { rule: proRata, productionWh: hours(1) },
      ],
      { axis: HOURS, consumerIds: ["c0", "c1"], withdrawalWh: [hours(1), hours(1)], unitPpm: 1 },
    ).map(({ missingCount }) => missingCount);
  expect(make(1)).toEqual([0, 0]);
  expect(make(NO)).toEqual([0, 24]);
});

test("curves of another length are refused", () => {
  const input = { axis: HOURS, consumerIds: ["c0"], withdrawalWh: [new Float64Array(23)], unitPpm: 1 };
  expect(catchError(() => makeCoefficients(proRata, { ...input, productionWh: new Float64Array(24) }))).toMatchObject({
    code: "AXIS_MISMATCH",
  });
});

function catchError(run: () => unknown): DomainError {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
