import "server-only";
import { checkLabelRequest, type LabelRefusal } from "@/lib/domain/scoring/check-label-request";
import { doneRatio } from "@/lib/domain/scoring/done-ratio";
import { highestStar, STAR_RATIOS } from "@/lib/domain/scoring/highest-star";
import type { LabelCycleState } from "@/lib/domain/scoring/label-cycle-state";
import { type LabelCriterion, listLabelCriteria } from "@/lib/domain/scoring/list-label-criteria";
import type { ClimatePlan } from "./read-climate-plan";

/** What a star asks of a plan, one condition after the other. */
export type LabelCheck = {
  readonly star: number;
  /** Tasks with an answer, of all. [tasks] */
  readonly completedTasks: number;
  readonly totalTasks: number;
  readonly isComplete: boolean;
  /** From 0 to 1. */
  readonly doneRatio: number;
  /** From which the score allows the star. */
  readonly neededRatio: number;
  readonly isScoreEnough: boolean;
  readonly criteria: readonly LabelCriterion[];
  readonly meetsCriteria: boolean;
};

/** How far a plan is with what a star asks. */
export function checkLabel({ tree, scores, statuses }: ClimatePlan, star: number): LabelCheck {
  const answered = new Set([...statuses].filter(([, { status }]) => isFilled(status)).map(([id]) => id));
  const criteria = listLabelCriteria(tree, scores, answered, star);
  const completedTasks = scores.completedTasks[0] ?? 0;
  const totalTasks = scores.totalTasks[0] ?? 0;
  const ratio = doneRatio(scores, 0);
  return {
    star,
    completedTasks,
    totalTasks,
    isComplete: completedTasks === totalTasks,
    doneRatio: ratio,
    neededRatio: STAR_RATIOS[star - 1] ?? 1,
    isScoreEnough: star <= highestStar(ratio),
    criteria,
    meetsCriteria: criteria.every(({ isMet }) => isMet),
  };
}

/** The first reason why a star cannot be asked for, its file and contract included; null when it can. */
export function refusalOf(
  check: LabelCheck,
  state: LabelCycleState,
  request: { readonly hasSignedFile: boolean; readonly hasObjectivesContract: boolean },
): LabelRefusal | null {
  const { star, isComplete, meetsCriteria } = check;
  return checkLabelRequest({ ...request, state, star, doneRatio: check.doneRatio, isComplete, meetsCriteria });
}

function isFilled(status: string): boolean {
  return status !== "unfilled" && status !== "not_concerned";
}
