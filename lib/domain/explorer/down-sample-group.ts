import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import type { CalendarGrain } from "./calendar-grain";
import type { CurveBucket } from "./curve-bucket";
import { downSample } from "./down-sample";
import type { GroupCurve } from "./group-curve";
import { groupEnergy } from "./group-energy";

/** The gravest thing to say of a stretch: a member lacks a value, a person gave one, one was corrected. */
export type BucketState = "measured" | "corrected" | "manual" | "missing" | "outside";

/** A stretch of a group's curve. */
export type GroupBucket = CurveBucket & {
  readonly state: BucketState;
  /** Steps at which a member lacks a value. */
  readonly incompleteCount: number;
  /** Steps with a corrected value, and with one given by a person. */
  readonly correctedCount: number;
  readonly manualCount: number;
  /** Mean of what is known of the members, where it is not all: an incomplete sum. Null elsewhere. [W] */
  readonly partialW: number | null;
};

/**
 * Sums a group's curve up by hour, day, week or month, with what must be said of each stretch.
 *
 * Steps at which nobody takes part count in `missingCount`, as they have no value; they are not incomplete.
 */
export function downSampleGroup(group: GroupCurve, grain: CalendarGrain): readonly GroupBucket[] {
  const { startMs, stepMinutes } = group.axis;
  return downSample(groupEnergy(group), grain).map((bucket) => {
    const first = (bucket.startMs - startMs) / (stepMinutes * 60_000);
    return { ...bucket, ...describeSteps(group, first, first + bucket.stepCount) };
  });
}

function describeSteps(group: GroupCurve, first: number, end: number) {
  let [memberCount, incompleteCount, correctedCount, manualCount, partialSteps, partialWh, knownSteps] = Array<number>(
    7,
  ).fill(0) as [number, number, number, number, number, number, number];
  for (let t = first; t < end; t += 1) {
    const members = group.memberCount[t] as number;
    const missing = group.missingCount[t] as number;
    memberCount += members;
    if (group.correctedCount[t] !== 0) correctedCount += 1;
    if (group.manualCount[t] !== 0) manualCount += 1;
    if (missing !== 0) incompleteCount += 1;
    if (members === missing) continue;
    knownSteps += 1;
    partialWh += group.knownWh[t] as number;
    if (missing !== 0) partialSteps += 1;
  }
  return {
    state: stateOf({ memberCount, incompleteCount, correctedCount, manualCount }),
    incompleteCount,
    correctedCount,
    manualCount,
    partialW: partialSteps === 0 ? null : energyToPowerW(partialWh / knownSteps, group.axis.stepMinutes),
  };
}

type Counts = Record<"memberCount" | "incompleteCount" | "correctedCount" | "manualCount", number>;

function stateOf({ memberCount, incompleteCount, correctedCount, manualCount }: Counts): BucketState {
  if (memberCount === 0) return "outside";
  if (incompleteCount > 0) return "missing";
  if (manualCount > 0) return "manual";
  return correctedCount > 0 ? "corrected" : "measured";
}
