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
  /** By id of every node. */
  readonly scores: Readonly<Record<string, NodeScore>>;
};
