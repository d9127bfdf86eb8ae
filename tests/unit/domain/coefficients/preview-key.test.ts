import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate } from "@/lib/domain/allocation/allocate";
import type { AllocationInput } from "@/lib/domain/allocation/allocation";
import type { Coefficients } from "@/lib/domain/coefficients/coefficients";
import { previewBasis } from "@/lib/domain/coefficients/preview-basis";
import { previewKey } from "@/lib/domain/coefficients/preview-key";
import { DomainError } from "@/lib/domain/errors";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { anyInput } from "../allocation/allocation-arbitraries";

// The last day of a month and the first of the next one: the input's few steps lie across midnight.
const AXIS = parisPeriodAxis(civilDate("2026-01-31"), civilDate("2026-02-02"), 30);
const FIRST = 46;
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

const pad = (values: Float64Array) => {
  const padded = new Float64Array(AXIS.length);
  padded.set(values, FIRST);
  return padded;
};
const padPpm = (ppm: Uint32Array) => {
  const padded = new Uint32Array(AXIS.length);
  padded.set(ppm, FIRST);
  return padded;
};

function padCoefficients(coefficients: Coefficients): Coefficients {
  if (coefficients.kind === "default" || coefficients.kind === "static") return coefficients;
  const { defaultSteps } = coefficients;
  const padded = new Uint8Array(AXIS.length);
  padded.set(defaultSteps ?? [], FIRST);
  const steps = defaultSteps ? { defaultSteps: padded } : {};
  if (coefficients.kind === "dynamic_simple") {
    return { kind: coefficients.kind, ppm: coefficients.ppm.map(padPpm), ...steps };
  }
  return { kind: coefficients.kind, ppm: coefficients.ppm.map((rows) => rows.map(padPpm)), ...steps };
}

function previewOf({ production, withdrawal, coefficients }: AllocationInput) {
  const basis = previewBasis(
    AXIS,
    production.map(({ energyWh }) => pad(energyWh)),
    withdrawal.map(({ energyWh }) => pad(energyWh)),
  );
  return previewKey(basis, padCoefficients(coefficients));
}

/** The same input without the steps at which something is missing. */
function withoutMissing(input: AllocationInput): AllocationInput {
  const all = [...input.production, ...input.withdrawal];
  const isMissing = (t: number) => all.some(({ energyWh }) => Number.isNaN(energyWh[t]));
  const blank = (series: AllocationInput["production"]) =>
    series.map(({ axis, energyWh }) => ({ axis, energyWh: energyWh.map((wh, t) => (isMissing(t) ? 0 : wh)) }));
  return { ...input, production: blank(input.production), withdrawal: blank(input.withdrawal) };
}

describe("a key tried on curves", () => {
  test("gives what the five steps give, whatever its kind, without the steps that miss a value", () => {
    fc.assert(
      fc.property(anyInput({ missing: true }), (input) => {
        const preview = previewOf(input);
        const expected = allocate(withoutMissing(input));
        for (const [j, { selfConsumedWh, complementWh }] of expected.consumers.entries()) {
          expect(preview.consumers[j]?.selfConsumedWh).toBeCloseTo(sum(selfConsumedWh), 3);
          expect(preview.consumers[j]?.complementWh).toBeCloseTo(sum(complementWh), 3);
        }
        for (const [i, { selfProducedWh, surplusWh }] of expected.producers.entries()) {
          expect(preview.producers[i]?.selfProducedWh).toBeCloseTo(sum(selfProducedWh), 3);
          expect(preview.producers[i]?.surplusWh).toBeCloseTo(sum(surplusWh), 3);
        }
      }),
    );
  });

  test("never goes beyond the bound, and the default key reaches it", () => {
    fc.assert(
      fc.property(anyInput(), (input) => {
        const { boundWh, selfConsumedWh, boundRatio } = previewOf(input);
        expect(selfConsumedWh).toBeLessThanOrEqual(boundWh);
        expect(boundRatio === null || (boundRatio >= 0 && boundRatio <= 1)).toBe(true);
        const best = previewOf({ ...input, coefficients: { kind: "default" } });
        expect(best.selfConsumedWh).toBeCloseTo(best.boundWh, 3);
      }),
    );
  });

  test("adds up: months, consumers and producers make the totals", () => {
    fc.assert(
      fc.property(anyInput({ missing: true, minProducers: 1 }), (input) => {
        const preview = previewOf(input);
        expect(sum(preview.months.map((month) => month.selfConsumedWh))).toBeCloseTo(preview.selfConsumedWh, 3);
        expect(sum(preview.consumers.map((consumer) => consumer.selfConsumedWh))).toBeCloseTo(
          preview.selfConsumedWh,
          3,
        );
        expect(sum(preview.producers.map((producer) => producer.surplusWh))).toBeCloseTo(preview.surplusWh, 3);
        expect(preview.months.map(({ from }) => from)).toEqual(["2026-01-31", "2026-02-01"]);
      }),
    );
  });
});

describe("article 11.7.2 as a year of one step", () => {
  const at = (wh: number) => pad(Float64Array.of(wh));
  const row = (ppm: number) => padPpm(Uint32Array.of(ppm));
  const basis = previewBasis(AXIS, [at(200), at(100), at(50)], [at(150), at(75), at(50)]);
  const preview = previewKey(basis, {
    kind: "dynamic_full",
    ppm: [
      [row(500_000), row(250_000), row(200_000)],
      [row(500_000), row(500_000), row(0)],
      [row(0), row(200_000), row(800_000)],
    ],
  });

  test("each gets what the convention says", () => {
    const round = (wh: number) => Math.round(wh * 1e4) / 1e4;
    expect(preview.consumers.map(({ selfConsumedWh }) => round(selfConsumedWh))).toEqual([150, 75, 50]);
    expect(preview.producers.map(({ surplusWh }) => round(surplusWh))).toEqual([40.9091, 15.9091, 18.1818]);
    expect(round(preview.boundRatio ?? 0)).toBe(1);
    expect(preview).toMatchObject({ boundWh: 275, leftOutSteps: 0 });
  });
});

describe("what is missing", () => {
  const withdrawal = (missingAt: number) => {
    const curve = new Float32Array(AXIS.length).fill(10);
    curve[missingAt] = Number.NaN;
    return curve;
  };

  test("is left out for everybody and counted, never taken for 0", () => {
    const basis = previewBasis(AXIS, [new Float32Array(AXIS.length).fill(5)], [withdrawal(3), withdrawal(50)]);
    const preview = previewKey(basis, { kind: "static", ppm: [500_000, 500_000] });
    expect(preview.leftOutSteps).toBe(2);
    expect(preview.productionWh).toBe(94 * 5);
    expect(preview.consumers.map(({ withdrawalWh }) => withdrawalWh)).toEqual([940, 940]);
    expect(preview.selfProductionRate).toBeCloseTo(0.25, 9);
  });

  test("everywhere: no rate at all", () => {
    const nothing = new Float32Array(AXIS.length).fill(Number.NaN);
    const preview = previewKey(previewBasis(AXIS, [nothing], [nothing]), { kind: "default" });
    expect(preview).toMatchObject({ selfConsumptionRate: null, selfProductionRate: null, boundRatio: null });
    expect(preview.leftOutSteps).toBe(AXIS.length);
  });

  test("a curve of another length is refused", () => {
    expect(() => previewBasis(AXIS, [new Float32Array(3)], [])).toThrow(DomainError);
  });
});
