import { expect, test } from "vitest";
import { listCorrectedRuns } from "@/lib/domain/measures/list-corrected-runs";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";

const { measured, interpolated, copied, missing, manual } = STEP_ORIGIN;
const HOUR_MS = 3_600_000;

const runsOf = (...origin: readonly number[]) =>
  listCorrectedRuns({
    axis: { startMs: 0, stepMinutes: 60, length: origin.length },
    origin: Uint8Array.from(origin),
  }).map(({ startMs, endMs, ...run }) => ({ ...run, hours: [startMs / HOUR_MS, endMs / HOUR_MS] }));

test("nothing corrected, no run", () => {
  expect(runsOf(measured, missing, manual)).toEqual([]);
  expect(runsOf()).toEqual([]);
});

test("runs of one way of correcting, whatever is around and between them", () => {
  expect(runsOf(interpolated, measured, copied, copied, interpolated, missing, copied)).toEqual([
    { origin: "interpolated", hours: [0, 1] },
    { origin: "copied", hours: [2, 4] },
    { origin: "interpolated", hours: [4, 5] },
    { origin: "copied", hours: [6, 7] },
  ]);
});
