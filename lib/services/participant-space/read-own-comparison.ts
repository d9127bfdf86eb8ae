import "server-only";
import { listComparableRuns } from "@/lib/data/comparable-runs";
import type { OwnParticipant } from "@/lib/data/scope";
import { compareWithOthers } from "@/lib/domain/participant-space/compare-with-others";
import type { OthersComparison } from "@/lib/domain/participant-space/others-comparison";
import { onOwnBehalf } from "./on-own-behalf";

const YEAR = 12; // months

/**
 * A participant beside the others of his kind, from stored runs of closed months: the latest in which he consumed, then
 * the last twelve together. Nothing without such a month.
 */
export async function readOwnComparison(own: OwnParticipant): Promise<readonly OthersComparison[]> {
  const { participantId } = own;
  const { runs, parties } = await listComparableRuns(onOwnBehalf(own), participantId);
  const year = runs
    .filter(
      ({ isStanding, settled }) => isStanding && settled.some((holding) => holding.participantId === participantId),
    )
    .map(({ period }) => period)
    .slice(-YEAR);
  const [latest, first] = [year.at(-1), year[0]];
  if (!latest || !first) return [];
  const month = compareWithOthers({ participantId, shown: [latest], runs, parties });
  if (latest === first) return [month];
  return [month, compareWithOthers({ participantId, shown: [first, ...year.slice(1)], runs, parties })];
}
