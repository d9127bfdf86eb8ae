import { DomainError } from "@/lib/domain/errors";
import type { CorrectedSeries } from "@/lib/domain/series/fill-gaps";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { isSameAxis } from "@/lib/domain/time/time-axis";
import type { GroupCurve } from "./group-curve";

/** From an instant to another, half-open. [ms since 1970-01-01T00:00:00Z] */
export type Stretch = { readonly startMs: number; readonly endMs: number };

/**
 * Adds one metering point's curve to a group, in place.
 *
 * @param group - Changed. [Wh per step] (T,)
 * @param curve - As `correctSeries` returns it, on the group's axis. [Wh per step] (T,)
 * @param expected - When a value is expected of it: without one, the step is missing.
 * @param outside - What to make of values outside these stretches: `count` them (one looks at the metering point
 *   itself) or `leave` them (it is not in the group then).
 * @throws {DomainError} AXIS_MISMATCH when the two do not share one axis.
 */
export function addMember(
  group: GroupCurve,
  curve: CorrectedSeries,
  expected: readonly Stretch[],
  outside: "count" | "leave",
): void {
  if (!isSameAxis(group.axis, curve.axis))
    throw new DomainError("AXIS_MISMATCH", "a member must be on its group's axis");
  const isExpected = expectedSteps(group, expected);
  for (let t = 0; t < group.knownWh.length; t += 1) {
    const isMissing = Number.isNaN(curve.energyWh[t] as number);
    if (isExpected[t] === 0 && (isMissing || outside === "leave")) continue;
    addOne(group.memberCount, t);
    if (isMissing) addOne(group.missingCount, t);
    else addKnown(group, t, curve);
  }
}

function addKnown(group: GroupCurve, t: number, { energyWh, origin }: CorrectedSeries): void {
  group.knownWh[t] = (group.knownWh[t] as number) + (energyWh[t] as number);
  if (origin[t] === STEP_ORIGIN.manual) addOne(group.manualCount, t);
  else if (origin[t] !== STEP_ORIGIN.measured) addOne(group.correctedCount, t);
}

function addOne(counts: Uint16Array, t: number): void {
  counts[t] = (counts[t] as number) + 1;
}

function expectedSteps({ axis }: GroupCurve, expected: readonly Stretch[]): Uint8Array {
  const isExpected = new Uint8Array(axis.length);
  const stepMs = axis.stepMinutes * 60_000;
  const stepAt = (ms: number) => Math.max(0, Math.min(axis.length, Math.ceil((ms - axis.startMs) / stepMs)));
  for (const { startMs, endMs } of expected) isExpected.fill(1, stepAt(startMs), stepAt(endMs));
  return isExpected;
}
