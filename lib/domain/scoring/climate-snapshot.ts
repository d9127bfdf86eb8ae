import type { ActionNote } from "./action-note";
import type { ActionStatus } from "./action-status";
import type { ClimateEvidence } from "./climate-evidence";
import type { NodeScore } from "./node-score";
import type { OperationEvidence } from "./operation-evidence/operation-evidence";

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
  /** What proved the actions, as it was; absent from the plans that were kept before there was any. */
  readonly evidence?: FrozenEvidence;
};

/** Proofs as they stood: documents by their SHA-256, which are kept, links, and the figures of the operations. */
export type FrozenEvidence = {
  readonly joined: readonly ClimateEvidence[];
  /** The latest of each operation and action. */
  readonly figures: readonly OperationEvidence[];
};
