import "server-only";
import { listPublishableMonths, listSeenMonths, type PublishableMonth } from "@/lib/data/publishable-months";
import { listPublishedParties } from "@/lib/data/published-operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { PublishedParty } from "@/lib/domain/publishing/count-participants";
import { guardedEntities } from "@/lib/domain/publishing/guarded-entities";
import { judgeMonths, type MonthJudgement } from "@/lib/domain/publishing/judge-months";

/** A closed period with what may be published of it today. */
export type PlannedMonth = PublishableMonth & MonthJudgement;

export type PublicationPlan = {
  /** Oldest first. */
  readonly months: readonly PlannedMonth[];
  readonly parties: readonly PublishedParty[];
};

/** What of an operation may be published today, after all that ever was. */
export async function planPublication(operationId: AuthorizedOperationId): Promise<PublicationPlan> {
  const [months, seen, parties] = await Promise.all([
    listPublishableMonths(operationId),
    listSeenMonths(operationId),
    listPublishedParties(operationId),
  ]);
  const judged = new Map(judgeMonths(months, seen, guardedEntities(parties)).map((month) => [month.runId, month]));
  return {
    parties,
    months: months.flatMap((month) => {
      const judgement = judged.get(month.runId);
      return judgement ? [{ ...month, ...judgement }] : [];
    }),
  };
}
