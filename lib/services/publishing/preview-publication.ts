import "server-only";
import { publicationSource } from "@/lib/data/publication-source";
import { listPublicationDecisions, type RecordedDecision } from "@/lib/data/publications";
import { listPublishedFactors } from "@/lib/data/published-operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { PublicFigures } from "@/lib/domain/publishing/public-figures";
import { shownSides } from "@/lib/domain/publishing/shown-sides";
import { sumByClockHour } from "@/lib/domain/publishing/sum-by-clock-hour";
import { composePublicFigures } from "./compose-public-figures";
import { type PlannedMonth, planPublication } from "./plan-publication";

export type PublicationPreview = {
  /** Latest first: the first one holds. */
  readonly decisions: readonly RecordedDecision[];
  /** What the page shows, or would show once it is on. */
  readonly figures: PublicFigures;
  /** Each closed period with what is held back of it and why, latest first. */
  readonly months: readonly PlannedMonth[];
};

/** What the public page of an operation shows, or would show. */
export async function previewPublication(operationId: AuthorizedOperationId): Promise<PublicationPreview> {
  const source = publicationSource(operationId);
  const [decisions, { months, parties }, factors] = await Promise.all([
    listPublicationDecisions(operationId),
    planPublication(source),
    listPublishedFactors(operationId),
  ]);
  const days = await source.listDays(months.map(({ runId }) => runId));
  const latestFirst = months.toReversed();
  const rows = latestFirst.map((month) => ({
    ...month,
    ...shownSides(month),
    publishedAt: month.settledAt,
    clockHours: sumByClockHour(days.get(month.runId) ?? []),
  }));
  return { decisions, figures: composePublicFigures(rows, parties, factors), months: latestFirst };
}
