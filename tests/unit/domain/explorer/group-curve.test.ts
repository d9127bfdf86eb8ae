import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMember } from "@/lib/domain/explorer/add-member";
import { chooseGrain } from "@/lib/domain/explorer/choose-grain";
import { downSample } from "@/lib/domain/explorer/down-sample";
import { downSampleGroup } from "@/lib/domain/explorer/down-sample-group";
import { emptyGroupCurve } from "@/lib/domain/explorer/group-curve";
import { groupEnergy } from "@/lib/domain/explorer/group-energy";
import { sliceGroupCurve } from "@/lib/domain/explorer/slice-group-curve";
import { summarizeGroup } from "@/lib/domain/explorer/summarize-group";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const NO = Number.NaN;
const AXIS = { startMs: 0, stepMinutes: 30, length: 4 };
const HALF_HOUR_MS = 1_800_000;
const ALWAYS = [{ startMs: 0, endMs: 4 * HALF_HOUR_MS }];

function curve(energyWh: readonly number[], origin: readonly number[] = [0, 0, 0, 0]) {
  return { axis: AXIS, energyWh: Float64Array.from(energyWh), origin: Uint8Array.from(origin) };
}

describe("a group", () => {
  test("lacks a step that one member lacks, and tells what the others had", () => {
    const group = emptyGroupCurve(AXIS);
    addMember(group, curve([1, 2, NO, NO], [0, 0, 3, 3]), ALWAYS, "leave");
    addMember(group, curve([10, 20, 30, NO], [0, STEP_ORIGIN.copied, STEP_ORIGIN.manual, 3]), ALWAYS, "leave");
    expect([...groupEnergy(group).energyWh]).toEqual([11, 22, NO, NO]);
    const steps = downSampleGroup(group, "step");
    expect(steps.map(({ state }) => state)).toEqual(["measured", "corrected", "missing", "missing"]);
    expect(steps.map(({ partialW }) => partialW)).toEqual([null, null, 60, null]);
    expect(summarizeGroup(group)).toEqual({
      totalWh: null,
      knownWh: 33,
      knownCount: 2,
      incompleteCount: 2,
      correctedCount: 1,
      manualCount: 1,
      meanW: 33,
      minW: 22,
      maxW: 44,
      maxAtMs: HALF_HOUR_MS,
    });
  });

  test("counts a member while it takes part; before and after, nobody is missing", () => {
    const inside = [{ startMs: HALF_HOUR_MS, endMs: 3 * HALF_HOUR_MS }];
    const group = emptyGroupCurve(AXIS);
    addMember(group, curve([1, 2, 3, NO]), inside, "leave");
    expect([...groupEnergy(group).energyWh]).toEqual([NO, 2, 3, NO]);
    expect(downSampleGroup(group, "step").map(({ state }) => state)).toEqual([
      "outside",
      "measured",
      "measured",
      "outside",
    ]);
    expect(summarizeGroup(group)).toMatchObject({ totalWh: 5, incompleteCount: 0 });
  });

  test("of one metering point shows whatever it has", () => {
    const group = emptyGroupCurve(AXIS);
    addMember(group, curve([1, NO, NO, 4]), [{ startMs: HALF_HOUR_MS, endMs: 2 * HALF_HOUR_MS }], "count");
    expect(downSampleGroup(group, "step").map(({ state }) => state)).toEqual([
      "measured",
      "missing",
      "outside",
      "measured",
    ]);
  });

  test("of nobody has no energy, not zero", () => {
    expect(summarizeGroup(emptyGroupCurve(AXIS))).toMatchObject({ totalWh: null, meanW: null, maxAtMs: null });
  });

  test("is cut where asked, a step begun is taken whole", () => {
    const group = emptyGroupCurve(AXIS);
    addMember(group, curve([1, 2, 3, 4]), ALWAYS, "leave");
    const part = sliceGroupCurve(group, HALF_HOUR_MS + 1, 2 * HALF_HOUR_MS + 1);
    expect(part.axis).toEqual({ startMs: HALF_HOUR_MS, stepMinutes: 30, length: 2 });
    expect([...groupEnergy(part).energyWh]).toEqual([2, 3]);
  });

  test("refuses a member on another axis", () => {
    const other = { ...curve([1, 2, 3, 4]), axis: { ...AXIS, startMs: 60_000 } };
    expect(() => addMember(emptyGroupCurve(AXIS), other, ALWAYS, "leave")).toThrow(
      expect.objectContaining({ code: "AXIS_MISMATCH" }),
    );
  });

  test("property: members add up in any order, and their energy is kept by every grain", () => {
    const axis = parisPeriodAxis(civilDate("2026-10-24"), civilDate("2026-10-27"), 30);
    const value = fc.oneof(fc.constant(NO), fc.integer({ min: 0, max: 999 }));
    const values = fc.array(value, { minLength: axis.length, maxLength: axis.length });
    const whole = [{ startMs: axis.startMs, endMs: axis.startMs + axis.length * HALF_HOUR_MS }];
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 3 }), (members) => {
        const add = (lists: readonly number[][]) => {
          const group = emptyGroupCurve(axis);
          for (const wh of lists) {
            const member = { axis, energyWh: Float64Array.from(wh), origin: new Uint8Array(axis.length) };
            addMember(group, member, whole, "leave");
          }
          return group;
        };
        const group = add(members);
        expect(add(members.toReversed())).toEqual(group);
        const { knownWh } = summarizeGroup(group);
        const days = downSampleGroup(group, "day");
        expect(days.map(({ stepCount }) => stepCount)).toEqual([48, 50, 48]);
        expect(days.reduce((sum, day) => sum + day.knownWh, 0)).toBe(knownWh);
        expect(downSample(groupEnergy(group), "hour").reduce((sum, hour) => sum + hour.knownWh, 0)).toBe(knownWh);
      }),
      { numRuns: 20 },
    );
  });
});

const DAY_MINUTES = 1_440;

test.for([
  [1, 30, "step"],
  [31, 30, "step"],
  [32, 30, "hour"],
  [62, 30, "hour"],
  [63, 30, "day"],
  [366, 30, "day"],
  [5, 5, "step"],
  [6, 5, "hour"],
  [5_000, 30, "week"],
  [20_000, 30, "month"],
] as const)("%i days by steps of %i minutes are drawn by %s", ([days, stepMinutes, grain]) => {
  expect(chooseGrain("step", days * DAY_MINUTES, stepMinutes, 1_500)).toBe(grain);
});

test("a coarser grain than needed is what was asked for", () => {
  expect(chooseGrain("week", 31 * DAY_MINUTES, 30, 1_500)).toBe("week");
});
