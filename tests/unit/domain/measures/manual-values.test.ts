import fc from "fast-check";
import { expect, test } from "vitest";
import { assertManualValue } from "@/lib/domain/measures/assert-manual-value";
import { correctSeries } from "@/lib/domain/measures/correct-series";
import type { GapDecision } from "@/lib/domain/measures/gap-decision";
import type { ManualValue } from "@/lib/domain/measures/manual-value";
import { fillGaps } from "@/lib/domain/series/fill-gaps";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const { measured, interpolated, copied, missing, manual } = STEP_ORIGIN;
const NO = Number.NaN;
const WHOLE = parisPeriodAxis(civilDate("2026-06-01"), civilDate("2026-06-23"), 30);
const PERIOD = parisPeriodAxis(civilDate("2026-06-08"), civilDate("2026-06-22"), 30);
const BEFORE = 7 * 48;
const STEP_MS = 1_800_000;
const NONE = { manualValues: [], gapDecisions: [] };

/** A curve worth its own step number, missing at the given steps of the period. */
function curve(...missingSteps: readonly number[]) {
  const energyWh = Float64Array.from({ length: WHOLE.length }, (_, t) => t);
  for (const step of missingSteps) energyWh[BEFORE + step] = NO;
  return { axis: WHOLE, energyWh };
}

function stretch(firstStep: number, stepCount: number) {
  const startMs = PERIOD.startMs + firstStep * STEP_MS;
  return { startMs, endMs: startMs + stepCount * STEP_MS };
}

function manualValue(firstStep: number, stepCount: number, powerW: number | null, over: Partial<ManualValue> = {}) {
  const rest = { id: "a", reason: "relevé sur place", authorId: "u", atMs: 1, releasedAtMs: null };
  return { ...rest, ...stretch(firstStep, stepCount), powerW, ...over };
}

function refusal(firstStep: number, stepCount: number, over: Partial<GapDecision> = {}): GapDecision {
  const rest = { id: "r", reason: "compteur déposé", authorId: "u", atMs: 1, releasedAtMs: null };
  return { ...rest, ...stretch(firstStep, stepCount), ...over };
}

function at({ energyWh, origin }: ReturnType<typeof fillGaps>, step: number, count: number) {
  return { values: [...energyWh.slice(step, step + count)], origins: [...origin.slice(step, step + count)] };
}

test("without a decision the curve is what the convention's rule makes it", () => {
  const series = curve(100, 101, 200, 201, 202);
  expect(correctSeries(series, PERIOD, NONE)).toEqual(fillGaps(series, PERIOD));
});

test("a manual value stands over a measure, and no week after copies what it replaced", () => {
  const afterAWeek = [100 + BEFORE, 101 + BEFORE, 102 + BEFORE];
  const decisions = { manualValues: [manualValue(100, 2, 3_000)], gapDecisions: [] };
  const corrected = correctSeries(curve(...afterAWeek), PERIOD, decisions);
  expect(at(corrected, 99, 4)).toEqual({
    values: [99 + BEFORE, 1_500, 1_500, 102 + BEFORE],
    origins: [measured, manual, manual, measured],
  });
  // The run is longer than an hour; its source is measured for the last step only.
  expect(at(corrected, 100 + BEFORE, 3)).toEqual({
    values: [NO, NO, 102 + BEFORE],
    origins: [missing, missing, copied],
  });
});

test("a manual value fills a gap that nothing corrects", () => {
  const corrected = correctSeries(curve(200, 201, 202), PERIOD, {
    manualValues: [manualValue(201, 1, 500)],
    gapDecisions: [refusal(200, 3)],
  });
  expect(at(corrected, 200, 3)).toEqual({ values: [NO, 250, NO], origins: [missing, manual, missing] });
});

test.for([
  { stepCount: 2, origin: interpolated, shift: 0 },
  { stepCount: 3, origin: copied, shift: -BEFORE },
])("$stepCount steps held to be wrong are corrected like absent ones", ({ stepCount, origin, shift }) => {
  const decisions = { manualValues: [manualValue(100, stepCount, null)], gapDecisions: [] };
  const corrected = correctSeries(curve(), PERIOD, decisions);
  const absent = fillGaps(curve(...Array.from({ length: stepCount }, (_, n) => 100 + n)), PERIOD);
  expect(corrected).toEqual(absent);
  expect(at(corrected, 100, 1)).toEqual({ values: [100 + BEFORE + shift], origins: [origin] });
});

test("a wrong measure beside a hole is one gap with it", () => {
  const decisions = { manualValues: [manualValue(102, 1, null)], gapDecisions: [] };
  expect(at(correctSeries(curve(100, 101), PERIOD, decisions), 100, 3).origins).toEqual([copied, copied, copied]);
});

test("a wrong measure whose correction is refused is missing", () => {
  const decisions = { manualValues: [manualValue(100, 2, null)], gapDecisions: [refusal(100, 2)] };
  expect(at(correctSeries(curve(), PERIOD, decisions), 100, 2)).toEqual({
    values: [NO, NO],
    origins: [missing, missing],
  });
});

test("a wrong measure is the source of no correction", () => {
  const afterAWeek = [100 + BEFORE, 101 + BEFORE, 102 + BEFORE];
  const decisions = { manualValues: [manualValue(100, 3, null)], gapDecisions: [] };
  expect(at(correctSeries(curve(...afterAWeek), PERIOD, decisions), 100 + BEFORE, 3).origins).toEqual([
    missing,
    missing,
    missing,
  ]);
});

test("said wrong after a value was given, the correction counts", () => {
  const given = manualValue(100, 2, 1_000, { id: "given", atMs: 1 });
  const wrong = manualValue(100, 1, null, { id: "wrong", atMs: 2 });
  const decisions = { manualValues: [given, wrong], gapDecisions: [] };
  expect(at(correctSeries(curve(), PERIOD, decisions), 100, 2).origins).toEqual([interpolated, manual]);
});

test("the later of two manual values counts, and a released one does nothing", () => {
  const first = manualValue(100, 3, 1_000, { id: "first", atMs: 1 });
  const second = manualValue(101, 1, 2_000, { id: "second", atMs: 2 });
  const released = manualValue(100, 3, 9_000, { id: "released", atMs: 3, releasedAtMs: 4 });
  const manualValues = [second, released, first];
  expect(at(correctSeries(curve(), PERIOD, { manualValues, gapDecisions: [] }), 100, 3).values).toEqual([
    500, 1_000, 500,
  ]);
  const onlyReleased = { manualValues: [released], gapDecisions: [] };
  expect(correctSeries(curve(), PERIOD, onlyReleased)).toEqual(fillGaps(curve(), PERIOD));
});

test("a coarser step takes a value that touches half of it whole", () => {
  const axis = parisPeriodAxis(civilDate("2026-06-08"), civilDate("2026-06-09"), 60);
  const series = { axis, energyWh: new Float64Array(24).fill(100) };
  const { energyWh } = correctSeries(series, axis, { manualValues: [manualValue(3, 1, 700)], gapDecisions: [] });
  expect([...energyWh.slice(0, 3)]).toEqual([100, 700, 100]);
});

test("a refused correction leaves the run missing, and the others corrected", () => {
  const series = curve(100, 101, 200, 201, 202);
  const corrected = correctSeries(series, PERIOD, { manualValues: [], gapDecisions: [refusal(90, 20)] });
  expect(at(corrected, 99, 4).origins).toEqual([measured, missing, missing, measured]);
  expect(at(corrected, 200, 3).origins).toEqual([copied, copied, copied]);
  const allowedAgain = { manualValues: [], gapDecisions: [refusal(90, 20, { releasedAtMs: 5 })] };
  expect(at(correctSeries(series, PERIOD, allowedAgain), 100, 2).origins).toEqual([interpolated, interpolated]);
});

test("property: NaN and missing go together, and only covered steps are manual", () => {
  const anyStretch = fc.tuple(fc.integer({ min: -30, max: 700 }), fc.integer({ min: 1, max: 90 }));
  const anyValue = fc.tuple(anyStretch, fc.option(fc.double({ min: 0, max: 5_000, noNaN: true })));
  fc.assert(
    fc.property(
      fc.array(fc.nat(671), { maxLength: 60 }),
      fc.array(anyValue, { maxLength: 3 }),
      fc.array(anyStretch, { maxLength: 3 }),
      (holes, values, refusals) => {
        const manualValues = values.map(([[start, count], powerW], n) =>
          manualValue(start, count, powerW, { atMs: n }),
        );
        const gapDecisions = refusals.map(([start, count]) => refusal(start, count));
        const { energyWh, origin } = correctSeries(curve(...holes), PERIOD, { manualValues, gapDecisions });
        for (const [step, code] of origin.entries()) {
          expect(Number.isNaN(energyWh[step])).toBe(code === missing);
          const isCovered = values.some(([[start, count]]) => step >= start && step < start + count);
          if (code === manual) expect(isCovered).toBe(true);
          if (isCovered) expect(code).not.toBe(measured);
        }
      },
    ),
    { numRuns: 50 },
  );
});

test.for([
  ["stretch", { ...stretch(0, 0) }],
  ["stretch", { startMs: PERIOD.startMs + 60_000 }],
  ["powerW", { powerW: -1 }],
  ["powerW", { powerW: Number.NaN }],
  ["reason", { reason: "  " }],
] as const)("a wrong %s is refused", ([field, wrong]) => {
  const value = { ...manualValue(0, 2, 100), ...wrong };
  expect(() => assertManualValue(value, 30)).toThrow(
    expect.objectContaining({ code: "INVALID_MANUAL_VALUE", details: { field } }),
  );
});

test("zero, and none, are values a person may give", () => {
  expect(() => assertManualValue(manualValue(0, 2, 0), 30)).not.toThrow();
  expect(() => assertManualValue(manualValue(0, 2, null), 30)).not.toThrow();
});
