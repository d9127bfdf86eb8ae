import type { TimeAxis } from "@/lib/domain/time/time-axis";

/**
 * The curves of a group of metering points as one, which does not hide what a member lacks.
 *
 * Filled member by member, so that a thousand curves never have to be held at once. All shapes: (T,).
 */
export type GroupCurve = {
  readonly axis: TimeAxis;
  /** Sum of the members known at each step. [Wh per step] */
  readonly knownWh: Float64Array;
  /** Members expected at each step: 0 where nobody takes part. */
  readonly memberCount: Uint16Array;
  /** Of them, those without a value. */
  readonly missingCount: Uint16Array;
  /** Of them, those whose value was corrected by the convention's rule (art. 5.2.3). */
  readonly correctedCount: Uint16Array;
  /** Of them, those whose value a person gave. */
  readonly manualCount: Uint16Array;
};

/** A group nobody belongs to yet. */
export function emptyGroupCurve(axis: TimeAxis): GroupCurve {
  return {
    axis,
    knownWh: new Float64Array(axis.length),
    memberCount: new Uint16Array(axis.length),
    missingCount: new Uint16Array(axis.length),
    correctedCount: new Uint16Array(axis.length),
    manualCount: new Uint16Array(axis.length),
  };
}
