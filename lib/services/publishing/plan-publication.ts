import "server-only";
import type { PublicationSource } from "@/lib/data/publication-source";
import type { PublishableMonth } from "@/lib/data/publishable-months";
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
export async function planPublication(source: PublicationSource): Promise<PublicationPlan> {
  // One after the other: a transaction has one connection.
  const months = await source.listMonths();
  const seen = await source.listSeen();
  const parties = await source.listParties();
  const judged = new Map(judgeMonths(months, seen, guardedEntities(parties)).map((month) => [month.runId, month]));
  return {
    parties,
    months: months.flatMap((month) => {
      const judgement = judged.get(month.runId);
      return judgement ? [{ ...month, ...judgement }] : [];
    }),
  };
}
