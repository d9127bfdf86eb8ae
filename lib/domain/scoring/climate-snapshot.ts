import type { ActionNote } from "./action-note";
import type { ActionStatus } from "./action-status";
import type { ClimateEvidence } from "./climate-evidence";
import type { ClimateProfile } from "./climate-profile";
import type { Consequence } from "./consequence";
import type { NodeScore } from "./node-score";
import type { OperationEvidence } from "./operation-evidence/operation-evidence";
import type { ActionCategory } from "./referential";
import type { AnswerValue } from "./rules/rule-expression";

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
  /** The referential as it read, in its order, parents before their children; absent from states kept before this was. */
  readonly actions?: readonly FrozenAction[];
  readonly measureDepth?: number;
  /** What the collectivity said of itself, and what that did to the worth of its actions, by id; absent likewise. */
  readonly profile?: FrozenProfile;
  readonly consequences?: Readonly<Record<string, Consequence>>;
};

/** A node of a referential, without its texts. */
export type FrozenAction = {
  readonly id: string;
  /** `3.1.1.5`; empty for the root. */
  readonly number: string;
  /** Null for what only groups measures and is written nowhere. */
  readonly title: string | null;
  readonly category: ActionCategory | null;
  /** 0 for the root. */
  readonly depth: number;
};

export type FrozenProfile = Omit<ClimateProfile, "answers"> & {
  /** By id of the question. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
};

/** Proofs as they stood: documents by their SHA-256, which are kept, links, and the figures of the operations. */
export type FrozenEvidence = {
  readonly joined: readonly ClimateEvidence[];
  /** The latest of each operation and action. */
  readonly figures: readonly OperationEvidence[];
};
