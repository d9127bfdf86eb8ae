import { describe, expect, test } from "vitest";
import { allocate } from "@/lib/domain/allocation/allocate";
import type { AllocationInput } from "@/lib/domain/allocation/allocation";
import type { Coefficients } from "@/lib/domain/coefficients/coefficients";

const axisOf = (length: number) => ({ startMs: 0, stepMinutes: 30, length });
const series = (...energyWh: number[]) => ({ axis: axisOf(energyWh.length), energyWh: Float64Array.from(energyWh) });

/** One step: a number for each participant. */
function allocateStep(production: readonly number[], withdrawal: readonly number[], coefficients: Coefficients) {
  const { consumers, producers, pairTotalsWh } = allocate({
    axis: axisOf(1),
    production: production.map((wh) => series(wh)),
    withdrawal: withdrawal.map((wh) => series(wh)),
    coefficients,
  });
  return {
    allocated: consumers.map(({ allocatedWh }) => allocatedWh[0]),
    selfConsumed: consumers.map(({ selfConsumedWh }) => selfConsumedWh[0]),
    complement: consumers.map(({ complementWh }) => complementWh[0]),
    selfProduced: producers.map(({ selfProducedWh }) => selfProducedWh[0]),
    surplus: producers.map(({ surplusWh }) => surplusWh[0]),
    pairs: pairTotalsWh.map((row) => [...row]),
  };
}

const byDefault: Coefficients = { kind: "default" };
const halves: Coefficients = { kind: "static", ppm: [500_000, 500_000] };
const row = (...ppm: number[]) => ppm.map((value) => Uint32Array.of(value));

describe("one step", () => {
  test("the default key shares in proportion to withdrawal", () => {
    expect(allocateStep([300], [100, 300], byDefault)).toEqual({
      allocated: [75, 225],
      selfConsumed: [75, 225],
      complement: [25, 75],
      selfProduced: [300],
      surplus: [0],
      pairs: [[75, 225]],
    });
  });

  test("nothing is handed on to another consumer", () => {
    expect(allocateStep([100], [30, 80], halves)).toEqual({
      allocated: [50, 50],
      selfConsumed: [30, 50],
      complement: [0, 30],
      selfProduced: [80],
      surplus: [20],
      pairs: [[30, 50]],
    });
  });

  test("a row below the whole leaves surplus (a PRM taken out by the DSO)", () => {
    expect(allocateStep([100], [80, 80], { kind: "static", ppm: [500_000, 0] })).toMatchObject({
      selfConsumed: [50, 0],
      surplus: [50],
    });
  });

  test("full dynamic, a faulty producer's row of zeros: its energy is surplus", () => {
    const ppm = [row(0, 0), row(500_000, 500_000)];
    expect(allocateStep([100, 60], [80, 80], { kind: "dynamic_full", ppm })).toMatchObject({
      selfConsumed: [30, 30],
      surplus: [100, 0],
      pairs: [
        [0, 0],
        [30, 30],
      ],
    });
  });

  test("full dynamic, a step given to the default key does not read its coefficients", () => {
    const ppm = [row(1_000_000, 999_999), row(4_294_967_295, 0)];
    const coefficients: Coefficients = { kind: "dynamic_full", ppm, defaultSteps: Uint8Array.of(1) };
    expect(allocateStep([100, 60], [30, 90], coefficients)).toEqual(allocateStep([100, 60], [30, 90], byDefault));
  });

  test.for([
    { name: "nobody produces", production: [0, 0], withdrawal: [10, 20], selfConsumed: [0, 0], surplus: [0, 0] },
    { name: "nobody withdraws", production: [70, 30], withdrawal: [0, 0], selfConsumed: [0, 0], surplus: [70, 30] },
    { name: "no producer", production: [], withdrawal: [10, 20], selfConsumed: [0, 0], surplus: [] },
  ])("$name", ({ production, withdrawal, selfConsumed, surplus }) => {
    const full: Coefficients = { kind: "dynamic_full", ppm: production.map(() => row(500_000, 500_000)) };
    for (const coefficients of [byDefault, halves, full]) {
      expect(allocateStep(production, withdrawal, coefficients)).toMatchObject({
        selfConsumed,
        complement: withdrawal,
        surplus,
      });
    }
  });

  test.for<Coefficients>([byDefault, { kind: "static", ppm: [] }, { kind: "dynamic_full", ppm: [[], []] }])(
    "no consumer, $kind",
    (coefficients) => {
      expect(allocateStep([70, 30], [], coefficients)).toMatchObject({ selfProduced: [0, 0], surplus: [70, 30] });
      expect(allocateStep([70, Number.NaN], [], coefficients)).toMatchObject({ surplus: [NaN, NaN] });
    },
  );

  test("neither producer nor consumer", () => {
    expect(allocateStep([], [], byDefault)).toMatchObject({ allocated: [], surplus: [], pairs: [] });
  });
});

describe("missing values", () => {
  const full: Coefficients = { kind: "dynamic_full", ppm: [row(500_000, 500_000), row(1_000_000, 0)] };

  test.for<Coefficients>([byDefault, halves, full])("a missing production blanks the step, $kind", (coefficients) => {
    expect(allocateStep([Number.NaN, 60], [30, 90], coefficients)).toEqual({
      allocated: [NaN, NaN],
      selfConsumed: [NaN, NaN],
      complement: [NaN, NaN],
      selfProduced: [NaN, NaN],
      surplus: [NaN, NaN],
      pairs: [
        [NaN, NaN],
        [NaN, NaN],
      ],
    });
  });

  test.for<Coefficients>([halves, full])(
    "a missing withdrawal blanks its consumer and the surplus, $kind",
    (coefficients) => {
      const { selfConsumed, complement, allocated, pairs, selfProduced, surplus } = allocateStep(
        [100, 60],
        [Number.NaN, 90],
        coefficients,
      );
      expect([allocated[0], selfConsumed[0], complement[0], pairs[0]?.[0], pairs[1]?.[0]]).toEqual([
        NaN,
        NaN,
        NaN,
        NaN,
        NaN,
      ]);
      expect([...selfProduced, ...surplus]).toEqual([NaN, NaN, NaN, NaN]);
      const known = allocateStep([100, 60], [50, 90], coefficients);
      expect([allocated[1], selfConsumed[1], complement[1], pairs[0]?.[1], pairs[1]?.[1]]).toEqual([
        known.allocated[1],
        known.selfConsumed[1],
        known.complement[1],
        known.pairs[0]?.[1],
        known.pairs[1]?.[1],
      ]);
    },
  );

  test("the default key needs every withdrawal", () => {
    expect(allocateStep([100], [Number.NaN, 90], byDefault)).toMatchObject({
      allocated: [NaN, NaN],
      selfConsumed: [NaN, NaN],
      surplus: [NaN],
      pairs: [[NaN, NaN]],
    });
  });

  test("one missing step leaves the others, and a pair's total unknown", () => {
    const { consumers, pairTotalsWh } = allocate({
      axis: axisOf(2),
      production: [series(100, 100)],
      withdrawal: [series(Number.NaN, 80), series(80, 80)],
      coefficients: halves,
    });
    expect([...(consumers[0]?.selfConsumedWh ?? [])]).toEqual([NaN, 50]);
    expect([...(pairTotalsWh[0] ?? [])]).toEqual([NaN, 100]);
  });
});

describe("exactness", () => {
  test("a key of exactly the whole leaves exactly no surplus", () => {
    const thirds: Coefficients = { kind: "static", ppm: [333_300, 333_300, 333_400] };
    for (const production of [0.1, 1 / 3, 99.9, 12_345.678]) {
      const { surplus, selfProduced } = allocateStep([production, production], [1e5, 1e5, 1e5], thirds);
      expect(surplus).toEqual([0, 0]);
      expect(selfProduced).toEqual([production, production]);
    }
  });

  test("a consumer takes exactly the smaller of its share and its withdrawal, whatever their sizes", () => {
    const all: Coefficients = { kind: "static", ppm: [1_000_000] };
    for (const production of [1e-12, 0.1, 7, 1 / 3, 1e12]) {
      for (const withdrawal of [1e-12, 0.1, 7, 1 / 3, 1e12]) {
        expect(allocateStep([production], [withdrawal], all)).toMatchObject({
          selfConsumed: [Math.min(production, withdrawal)],
          complement: [Math.max(0, withdrawal - production)],
          surplus: [Math.max(0, production - withdrawal)],
        });
      }
    }
  });

  test("a withdrawal too small to divide by counts as none", () => {
    expect(allocateStep([1e6], [5e-324, 0], byDefault)).toMatchObject({ selfConsumed: [0, 0], surplus: [1e6] });
  });
});

test("steps that a year has and a tile has not", () => {
  const length = 2_500;
  const production = [
    series(...Array.from({ length }, (_, t) => t % 97)),
    series(...Array.from({ length }, (_, t) => t % 13)),
  ];
  const withdrawal = [
    series(...Array.from({ length }, (_, t) => t % 31)),
    series(...Array.from({ length }, (_, t) => t % 7)),
  ];
  const ppm = [0, 1].map((j) => Uint32Array.from({ length }, (_, t) => ((t + j) % 5) * 100_000));
  const defaultSteps = Uint8Array.from({ length }, (_, t) => (t > 1_000 && t % 11 === 0 ? 1 : 0));
  for (const coefficients of [
    byDefault,
    halves,
    { kind: "dynamic_simple", ppm, defaultSteps },
    { kind: "dynamic_full", ppm: [ppm, ppm.toReversed()], defaultSteps },
  ] satisfies Coefficients[]) {
    const input: AllocationInput = { axis: axisOf(length), production, withdrawal, coefficients };
    const year = allocate(input);
    for (const t of [0, 511, 512, 1_023, 1_024, 2_047, 2_048, 2_499]) {
      const step = allocate(cut(input, t));
      for (const j of [0, 1]) expect(year.consumers[j]?.selfConsumedWh[t]).toBe(step.consumers[j]?.selfConsumedWh[0]);
      for (const i of [0, 1]) expect(year.producers[i]?.surplusWh[t]).toBe(step.producers[i]?.surplusWh[0]);
    }
  }
});

/** The same operation on the one step t. */
function cut({ production, withdrawal, coefficients }: AllocationInput, t: number): AllocationInput {
  const view = <Values extends { slice(from: number, to: number): Values }>(values: Values) => values.slice(t, t + 1);
  const cutSeries = (all: AllocationInput["production"]) => all.map(({ energyWh }) => series(...view(energyWh)));
  const parts = { axis: axisOf(1), production: cutSeries(production), withdrawal: cutSeries(withdrawal) };
  if (coefficients.kind === "default" || coefficients.kind === "static") return { ...parts, coefficients };
  const defaultSteps = view(coefficients.defaultSteps ?? new Uint8Array(t + 1));
  return coefficients.kind === "dynamic_simple"
    ? { ...parts, coefficients: { ...coefficients, ppm: coefficients.ppm.map(view), defaultSteps } }
    : {
        ...parts,
        coefficients: { ...coefficients, ppm: coefficients.ppm.map((rows) => rows.map(view)), defaultSteps },
      };
}

describe("refuses", () => {
  const input: AllocationInput = {
    axis: axisOf(2),
    production: [series(1, 2)],
    withdrawal: [series(1, 2), series(3, 4)],
    coefficients: halves,
  };

  test("a negative energy, and says whose and when", () => {
    expect(() => allocate({ ...input, withdrawal: [series(1, 2), series(3, -0.5)] })).toThrow(
      expect.objectContaining({ code: "NEGATIVE_ENERGY", details: { consumer: 1, step: 1 } }),
    );
    expect(() => allocate({ ...input, production: [series(-1, 2)] })).toThrow(
      expect.objectContaining({ code: "NEGATIVE_ENERGY", details: { producer: 0, step: 0 } }),
    );
  });

  test("a series on another axis", () => {
    const late = { ...series(1, 2), axis: { ...axisOf(2), startMs: 1_800_000 } };
    expect(() => allocate({ ...input, production: [late] })).toThrow(
      expect.objectContaining({ code: "AXIS_MISMATCH", details: { producer: 0 } }),
    );
    expect(() => allocate({ ...input, withdrawal: [series(1, 2), series(3)] })).toThrow(
      expect.objectContaining({ code: "AXIS_MISMATCH", details: { consumer: 1 } }),
    );
  });

  test("coefficients of other participants", () => {
    expect(() => allocate({ ...input, coefficients: { kind: "static", ppm: [1_000_000] } })).toThrow(
      expect.objectContaining({ code: "COEFFICIENTS_MISMATCH" }),
    );
  });
});
