import type { ActionNote } from "./action-note";
import type { ActionStatus } from "./action-status";
import type { NodeScore } from "./node-score";

/** A plan as it stood, kept whole: nothing is computed again to show it. */
export type ClimateSnapshotContent = {
  readonly stars: number;
  /** Of the root. [points] */
  readonly potentialPoints: number;
  readonly donePoints: number;
  readonly plannedPoints: number;
  readonly statuses: Readonly<Record<string, ActionStatus>>;
  /** What was said beside the statuses; absent from a state kept before there were notes. */
  readonly notes?: Readonly<Record<string, ActionNote>>;
  /** By id of every node. */
  readonly scores: Readonly<Record<string, NodeScore>>;
};
