/** The scores of every node, in the order of its tree, in full precision: rounding happens when one is read. (N,) each */
export type TreeScores = {
  /** What can be earned: 0 for what is out. [points] */
  readonly potentialPoints: Float64Array;
  /** Reference points × factors, where the node has a factor of its own; NaN elsewhere. [points] */
  readonly personalisedPoints: Float64Array;
  /** Done, planned, not done and unfilled make up the potential, but for what a score formula holds back. [points] */
  readonly donePoints: Float64Array;
  readonly plannedPoints: Float64Array;
  readonly notDonePoints: Float64Array;
  readonly unfilledPoints: Float64Array;
  /** 1 or 0: a deactivated node is not concerned either. */
  readonly concerned: Uint8Array;
  readonly deactivated: Uint8Array;
  /** A task counts once however many points it has, so that one without points can be completed. [tasks] */
  readonly totalTasks: Float64Array;
  readonly completedTasks: Float64Array;
  readonly doneTasks: Float64Array;
  readonly plannedTasks: Float64Array;
  readonly notDoneTasks: Float64Array;
  readonly outTasks: Float64Array;
};
