import { expect, test } from "vitest";
import { listCompletenessDays } from "@/lib/domain/measures/list-completeness-days";
import { STEP_ORIGIN, type StepOrigin } from "@/lib/domain/series/step-origin";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const AXIS = parisPeriodAxis(civilDate("2026-03-28"), civilDate("2026-03-31"), 30);
const ALWAYS = [{ from: civilDate("2026-01-01"), toExclusive: null }];

/** A curve whose second day (the change of the clock) begins with these origins. */
function corrected(...origins: readonly StepOrigin[]) {
  const origin = new Uint8Array(AXIS.length);
  origin.set(origins, 48);
  return { axis: AXIS, energyWh: new Float64Array(AXIS.length), origin };
}

const { measured, interpolated, copied, manual, missing } = STEP_ORIGIN;

test.for([
  ["measured", [measured]],
  ["interpolated", [interpolated, measured]],
  ["copied", [interpolated, copied]],
  ["manual", [copied, manual, interpolated]],
  ["missing", [manual, missing, copied]],
] as const)("a day is %s by its weakest step", ([state, origins]) => {
  const days = listCompletenessDays(corrected(...origins), ALWAYS);
  expect(days.map((day) => day.state)).toEqual(["measured", state, "measured"]);
});

test("the counts of a short day add up to its 46 half-hours", () => {
  const [, day] = listCompletenessDays(corrected(interpolated, copied, copied, manual, missing), ALWAYS);
  expect(day).toEqual({
    day: "2026-03-29",
    state: "missing",
    stepCount: 46,
    measuredCount: 41,
    interpolatedCount: 1,
    copiedCount: 2,
    manualCount: 1,
    missingCount: 1,
  });
});

test("a day without attachment is outside the perimeter, whatever was received", () => {
  const attachments = [{ from: civilDate("2026-03-30"), toExclusive: civilDate("2026-03-31") }];
  const states = listCompletenessDays(corrected(missing), attachments).map(({ state }) => state);
  expect(states).toEqual(["outside_perimeter", "outside_perimeter", "measured"]);
});
