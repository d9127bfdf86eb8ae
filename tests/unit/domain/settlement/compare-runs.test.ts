import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areSameBits } from "@/lib/domain/settlement/are-same-bits";
import { compareRunFigures } from "@/lib/domain/settlement/compare-run-figures";
import { compareRunInputs } from "@/lib/domain/settlement/compare-run-inputs";
import type { RunFigures } from "@/lib/domain/settlement/run-figures";
import type { RunInputs } from "@/lib/domain/settlement/run-inputs";
import { civilDate } from "@/lib/domain/time/civil-date";

const DAY = civilDate("2026-06-01");
const END = civilDate("2026-07-01");

const INPUTS: RunInputs = {
  attachments: [
    { meteringPointId: "roof", role: "producer", from: DAY, toExclusive: END },
    { meteringPointId: "school", role: "consumer", from: DAY, toExclusive: END },
  ],
  keys: [{ id: "key", kind: "static", from: DAY, toExclusive: END, sha256: "a" }],
  deliveries: [{ id: "delivery", isRefused: false, sha256: "b" }],
  decisionIds: ["decision"],
};

const [roof, school] = INPUTS.attachments as [RunInputs["attachments"][number], RunInputs["attachments"][number]];
const [key] = INPUTS.keys as [RunInputs["keys"][number]];
const [delivery] = INPUTS.deliveries as [RunInputs["deliveries"][number]];
const MIDDLE = civilDate("2026-06-15");

describe("the inputs of two runs", () => {
  test.for([
    ["the same", {}, []],
    [
      "an exit",
      { attachments: [roof, { ...school, toExclusive: MIDDLE }] },
      [
        {
          part: "perimeter",
          meteringPointId: "school",
          role: "consumer",
          was: [{ from: DAY, toExclusive: END }],
          is: [{ from: DAY, toExclusive: MIDDLE }],
        },
      ],
    ],
    [
      "somebody less",
      { attachments: [roof] },
      [
        {
          part: "perimeter",
          meteringPointId: "school",
          role: "consumer",
          was: [{ from: DAY, toExclusive: END }],
          is: [],
        },
      ],
    ],
    ["the shares of a key", { keys: [{ ...key, sha256: "z" }] }, [{ part: "key", id: "key", change: "changed" }]],
    ["the days of a key", { keys: [{ ...key, toExclusive: MIDDLE }] }, [{ part: "key", id: "key", change: "changed" }]],
    [
      "another key",
      { keys: [{ ...key, id: "other" }] },
      [
        { part: "key", id: "key", change: "removed" },
        { part: "key", id: "other", change: "added" },
      ],
    ],
    [
      "a refusal",
      { deliveries: [{ ...delivery, isRefused: true }] },
      [{ part: "delivery", id: "delivery", change: "changed" }],
    ],
    ["a decision taken back", { decisionIds: [] }, [{ part: "decision", id: "decision", change: "removed" }]],
  ] as const)("differ by %s", ([, change, expected]) => {
    expect(compareRunInputs(INPUTS, { ...INPUTS, ...change })).toEqual(expected);
  });
});

const FIGURES: RunFigures = {
  totals: { productionWh: 30, withdrawalWh: 20, selfConsumedWh: 15, surplusWh: 15, correctedSteps: 0 },
  points: [
    { meteringPointId: "roof", role: "producer", energyWh: 30, sharedWh: 15, correctedSteps: 0 },
    { meteringPointId: "school", role: "consumer", energyWh: 20, sharedWh: 15, correctedSteps: 0 },
  ],
  pairs: [{ producerId: "roof", consumerId: "school", energyWh: 15 }],
  days: [
    {
      day: DAY,
      productionWh: Float64Array.of(10, 20),
      withdrawalWh: Float64Array.of(5, 15),
      selfConsumedWh: Float64Array.of(5, 10),
    },
  ],
  pointDays: [
    {
      meteringPointId: "school",
      role: "consumer",
      day: DAY,
      energyWh: Float64Array.of(5, 15),
      sharedWh: Float64Array.of(5, 10),
      origins: null,
      defaultShares: Float64Array.of(Number.NaN, 1),
    },
  ],
};

const [, schoolTotals] = FIGURES.points as [RunFigures["points"][number], RunFigures["points"][number]];
const [schoolDay] = FIGURES.pointDays as [RunFigures["pointDays"][number]];
const copy = (): RunFigures => structuredClone(FIGURES);

describe("the figures of two runs", () => {
  test("are identical when every bit is", () => {
    expect(compareRunFigures(FIGURES, copy())).toMatchObject({ isIdentical: true, points: [], measures: [] });
  });

  test.for([
    ["a pair", { pairs: [{ producerId: "roof", consumerId: "school", energyWh: 15 + Number.EPSILON * 16 }] }],
    ["a pair more", { pairs: [...FIGURES.pairs, { producerId: "roof", consumerId: "x", energyWh: 0 }] }],
    ["a total", { totals: { ...FIGURES.totals, surplusWh: 15.000000000000002 } }],
    ["a share of the default key", { pointDays: [{ ...schoolDay, defaultShares: null }] }],
    ["a step of what was shared", { pointDays: [{ ...schoolDay, sharedWh: Float64Array.of(5, 10.5) }] }],
    ["the sign of a zero", { days: [{ ...FIGURES.days[0], productionWh: Float64Array.of(-0, 20) }] }],
    ["a day less", { days: [] }],
  ] as const)("are not when %s differs", ([, change]) => {
    expect(compareRunFigures(FIGURES, { ...copy(), ...change } as RunFigures).isIdentical).toBe(false);
  });

  test("name the metering points whose totals differ, and the steps whose values or origins do", () => {
    const after = {
      ...copy(),
      points: [FIGURES.points[0], { ...schoolTotals, energyWh: 21 }],
      pointDays: [{ ...schoolDay, energyWh: Float64Array.of(5, 16), origins: Uint8Array.of(1, 0) }],
    } as RunFigures;
    expect(compareRunFigures(FIGURES, after)).toMatchObject({
      isIdentical: false,
      points: [
        { meteringPointId: "school", role: "consumer", energyWh: { was: 20, is: 21 }, sharedWh: { was: 15, is: 15 } },
      ],
      measures: [{ meteringPointId: "school", role: "consumer", days: [{ day: DAY, steps: 2 }] }],
    });
  });

  test("say of a metering point that is in one run only that the other has none", () => {
    const after = { ...copy(), points: [FIGURES.points[0]], pointDays: [] } as RunFigures;
    expect(compareRunFigures(FIGURES, after)).toMatchObject({
      points: [{ meteringPointId: "school", energyWh: { was: 20, is: null } }],
      measures: [],
    });
  });
});

test("the same bits are the same bits, wherever they lie in memory", () => {
  fc.assert(
    fc.property(fc.float64Array(), fc.nat(40), (values, at) => {
      const shifted = new Float64Array([...Array(at).fill(0), ...values]).subarray(at);
      expect(areSameBits(values, shifted)).toBe(true);
      expect(areSameBits(values, Float64Array.of(...values, 0))).toBe(false);
      expect(areSameBits(values, null)).toBe(false);
    }),
  );
  expect(areSameBits(null, null)).toBe(true);
});
