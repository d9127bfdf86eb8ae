import { expect, test } from "vitest";
import { explainStep } from "@/lib/domain/allocation/explain-step";

const axis = { startMs: 0, stepMinutes: 30, length: 2 };
const series = (first: number, second: number) => ({ axis, energyWh: Float64Array.of(first, second) });
const input = { axis, production: [series(0, 120)], withdrawal: [series(10, 30), series(20, 10)] };

test("shows the default key's coefficients, unrounded", () => {
  const step = explainStep({ ...input, coefficients: { kind: "default" } }, 0);
  expect(step.isDefaultKey).toBe(true);
  expect(step.coefficientRatio).toEqual([[1 / 3, 2 / 3]]);
});

test("shows where a dynamic key falls back", () => {
  const ppm = [Uint32Array.of(250_000, 0), Uint32Array.of(250_000, 0)];
  const coefficients = { kind: "dynamic_simple" as const, ppm, defaultSteps: Uint8Array.of(0, 1) };
  expect(explainStep({ ...input, coefficients }, 0)).toMatchObject({
    isDefaultKey: false,
    coefficientRatio: [[0.25, 0.25]],
  });
  expect(explainStep({ ...input, coefficients }, 1)).toMatchObject({
    isDefaultKey: true,
    coefficientRatio: [[0.75, 0.25]],
    provisionalWh: [[90, 30]],
    consumerSurplusWh: [60, 20],
    surplusWh: [80],
  });
});

test.for([-1, 2, 0.5])("refuses step %d, which is not on the axis", (step) => {
  expect(() => explainStep({ ...input, coefficients: { kind: "default" } }, step)).toThrow(RangeError);
});
