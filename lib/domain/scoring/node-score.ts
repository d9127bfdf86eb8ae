/** The score of one node, rounded to a thousandth of a point. */
export type NodeScore = {
  /** What the referential gives it, whoever answers. [points] */
  readonly referencePoints: number;
  /** What this collectivity can earn with it. [points] */
  readonly potentialPoints: number;
  readonly donePoints: number;
  readonly plannedPoints: number;
  readonly notDonePoints: number;
  readonly unfilledPoints: number;
  /** False when it is out: not concerned, deactivated, or all below it is. */
  readonly concerned: boolean;
  readonly deactivated: boolean;
  /** Tasks with an answer, those out included. [tasks] */
  readonly completedTasks: number;
  readonly totalTasks: number;
};
