import { expect, test } from "vitest";
import type { Coefficients } from "@/lib/domain/coefficients/coefficients";
import { sumUnallocatedPpm } from "@/lib/domain/coefficients/sum-unallocated-ppm";

const shape = { producers: 2, consumers: 3, steps: 2 };
/** A consumer's coefficients at the two steps. */
const at = (first: number, second: number) => Uint32Array.of(first, second);
const whole = [at(333_300, 0), at(333_300, 1_000_000), at(333_400, 0)];
const above = [at(333_300, 0), at(333_300, 1_000_000), at(333_400, 1)];

test.for<Coefficients>([
  { kind: "default" },
  { kind: "static", ppm: [333_300, 333_300, 333_400] },
  { kind: "static", ppm: [0, 0, 0] },
  { kind: "dynamic_simple", ppm: whole },
  { kind: "dynamic_simple", ppm: above, defaultSteps: Uint8Array.of(0, 1) },
  { kind: "dynamic_full", ppm: [whole, [at(0, 0), at(0, 0), at(0, 0)]] },
])("accepts %o", (coefficients) => {
  expect(() => sumUnallocatedPpm(coefficients, shape)).not.toThrow();
});

test.for<[Coefficients, string, Record<string, string | number>]>([
  [{ kind: "static", ppm: [333_300, 333_300, 333_401] }, "COEFFICIENTS_ABOVE_ONE", { sumPpm: 1_000_001 }],
  [{ kind: "static", ppm: [0, 0.5, 0] }, "INVALID_COEFFICIENT", { consumer: 1, ppm: 0.5 }],
  [{ kind: "static", ppm: [0, -1, 0] }, "INVALID_COEFFICIENT", { consumer: 1, ppm: -1 }],
  [{ kind: "static", ppm: [0, 0, Number.NaN] }, "INVALID_COEFFICIENT", { consumer: 2, ppm: Number.NaN }],
  [{ kind: "static", ppm: [0, 0] }, "COEFFICIENTS_MISMATCH", { what: "consumers", found: 2, expected: 3 }],
  [{ kind: "dynamic_simple", ppm: above }, "COEFFICIENTS_ABOVE_ONE", { step: 1, sumPpm: 1_000_001 }],
  [
    { kind: "dynamic_simple", ppm: above, defaultSteps: Uint8Array.of(1, 0) },
    "COEFFICIENTS_ABOVE_ONE",
    { step: 1, sumPpm: 1_000_001 },
  ],
  [
    { kind: "dynamic_simple", ppm: [at(0, 0), at(-1, 0), at(0, 0)] }, // wraps around in 32 bits
    "INVALID_COEFFICIENT",
    { step: 0, consumer: 1, ppm: 4_294_967_295 },
  ],
  [
    { kind: "dynamic_simple", ppm: [at(0, 0), Uint32Array.of(0), at(0, 0)] },
    "COEFFICIENTS_MISMATCH",
    { what: "steps", consumer: 1, found: 1, expected: 2 },
  ],
  [
    { kind: "dynamic_simple", ppm: whole, defaultSteps: Uint8Array.of(0) },
    "COEFFICIENTS_MISMATCH",
    { what: "default steps", found: 1, expected: 2 },
  ],
  [{ kind: "dynamic_full", ppm: [whole] }, "COEFFICIENTS_MISMATCH", { what: "producers", found: 1, expected: 2 }],
  [
    { kind: "dynamic_full", ppm: [whole, whole.slice(1)] },
    "COEFFICIENTS_MISMATCH",
    { what: "consumers", producer: 1, found: 2, expected: 3 },
  ],
  [
    { kind: "dynamic_full", ppm: [whole, above] },
    "COEFFICIENTS_ABOVE_ONE",
    { producer: 1, step: 1, sumPpm: 1_000_001 },
  ],
])("refuses %o", ([coefficients, code, details]) => {
  expect(() => sumUnallocatedPpm(coefficients, shape)).toThrow(expect.objectContaining({ code, details }));
});
