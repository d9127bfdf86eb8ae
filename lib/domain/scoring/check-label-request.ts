import { highestStar } from "./highest-star";
import type { LabelCycleState } from "./label-cycle-state";

/** What asking for a star depends on. */
export type LabelRequest = {
  readonly state: LabelCycleState;
  /** 1 to 5. */
  readonly star: number;
  /** From 0 to 1. */
  readonly doneRatio: number;
  /** Every task has an answer. */
  readonly isComplete: boolean;
  readonly meetsCriteria: boolean;
  readonly hasSignedFile: boolean;
  /** A body with a contract of objectives signs nothing for its first star. */
  readonly hasObjectivesContract: boolean;
};

/** Why a star cannot be asked for. */
export type LabelRefusal = "ALREADY_REQUESTED" | "INCOMPLETE" | "SCORE_TOO_LOW" | "CRITERIA_NOT_MET" | "FILE_MISSING";

/** The first reason why a star cannot be asked for; null when it can. */
export function checkLabelRequest(request: LabelRequest): LabelRefusal | null {
  if (request.state !== "not_requested") return "ALREADY_REQUESTED";
  if (!request.isComplete) return "INCOMPLETE";
  if (request.star > highestStar(request.doneRatio)) return "SCORE_TOO_LOW";
  if (!request.meetsCriteria) return "CRITERIA_NOT_MET";
  const needsFile = !(request.hasObjectivesContract && request.star === 1);
  return needsFile && !request.hasSignedFile ? "FILE_MISSING" : null;
}
