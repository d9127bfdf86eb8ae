import { expect, test } from "vitest";
import { compareShares } from "@/lib/domain/coefficients/compare-shares";

const NONE = Number.NaN;

test("rounding to the precision of the file is no difference, more than that is", () => {
  const ours = Float64Array.of(1 / 3, 1 / 3, 0.5, NONE, 0.2);
  const theirs = Int32Array.of(333_300, 333_400, 490_000, 100_000, -1);
  expect(compareShares(ours, theirs, 100)).toEqual({
    comparedSteps: 3,
    differingSteps: 1,
    firstStep: 2,
    oursMean: (1 / 3 + 1 / 3 + 0.5) / 3,
    theirsMean: expect.closeTo((0.3333 + 0.3334 + 0.49) / 3, 12),
    largest: expect.closeTo(-0.01, 12),
  });
});

test("where one says nothing there is nothing to compare", () => {
  expect(compareShares(Float64Array.of(NONE, 0.5), Int32Array.of(1, -1), 100)).toEqual({
    comparedSteps: 0,
    differingSteps: 0,
    firstStep: null,
    oursMean: null,
    theirsMean: null,
    largest: null,
  });
});
