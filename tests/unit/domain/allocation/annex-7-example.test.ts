import { expect, test } from "vitest";
import { allocate } from "@/lib/domain/allocation/allocate";
import { explainStep } from "@/lib/domain/allocation/explain-step";
import example from "@/tests/golden/annex-7-example.json";

const WH_PER_KWH = 1000;
const axis = { startMs: 0, stepMinutes: 30, length: 1 };

const wh = (fraction: string): number => {
  const [numerator, denominator = 1] = fraction.split("/").map(Number);
  return ((numerator as number) * WH_PER_KWH) / denominator;
};
const series = (fraction: string) => ({ axis, energyWh: Float64Array.of(wh(fraction)) });

const input = {
  axis,
  production: example.production.map(series),
  withdrawal: example.withdrawal.map(series),
  coefficients: {
    kind: "dynamic_full" as const,
    ppm: example.coefficientsPpm.map((row) => row.map((ppm) => Uint32Array.of(ppm))),
  },
};

/** Equal but for the last binary digit or two. */
const expectAll = (found: readonly number[], fractions: readonly string[]) => {
  expect(found).toHaveLength(fractions.length);
  for (const [n, fraction] of fractions.entries()) {
    expect(Math.abs((found[n] as number) - wh(fraction))).toBeLessThanOrEqual(4e-16 * wh(fraction));
  }
};

test("the worked example of annexe 7, to full precision", () => {
  const { consumers, producers, pairTotalsWh } = allocate(input);
  expectAll(
    consumers.map(({ allocatedWh }) => allocatedWh[0] as number),
    example.allocated,
  );
  expectAll(
    consumers.map(({ selfConsumedWh }) => selfConsumedWh[0] as number),
    example.selfConsumed,
  );
  expectAll(
    consumers.map(({ complementWh }) => complementWh[0] as number),
    example.complement,
  );
  expectAll(
    producers.map(({ surplusWh }) => surplusWh[0] as number),
    example.surplus,
  );
  expectAll(
    producers.map(({ selfProducedWh }) => selfProducedWh[0] as number),
    example.selfProduced,
  );
  for (const [i, row] of example.final.entries()) expectAll([...(pairTotalsWh[i] as Float64Array)], row);
});

test("its five steps, one by one", () => {
  const step = explainStep(input, 0);
  expect(step.coefficientRatio).toEqual([
    [0.5, 0.25, 0.2],
    [0.5, 0.5, 0],
    [0, 0.2, 0.8],
  ]);
  expectAll(step.unallocatedWh, example.unallocated);
  expectAll(step.allocatedWh, example.allocated);
  expectAll(step.consumerSurplusWh, example.consumerSurplus);
  expectAll(step.surplusWh, example.surplus);
  expectAll(step.selfConsumedWh, example.selfConsumed);
  expectAll(step.complementWh, example.complement);
  expectAll(step.selfProducedWh, example.selfProduced);
  for (const i of [0, 1, 2]) {
    expectAll(step.provisionalWh[i] ?? [], example.provisional[i] ?? []);
    expectAll(step.pairSurplusWh[i] ?? [], example.pairSurplus[i] ?? []);
    expectAll(step.finalWh[i] ?? [], example.final[i] ?? []);
  }
});
