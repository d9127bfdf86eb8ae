import "server-only";
import { type EvidenceWords, insertClimateEvidence } from "@/lib/data/climate-evidence-writing";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import { requireAnswerableActions } from "./require-answerable-actions";

/**
 * Joins an address to some actions. Nothing is fetched from it.
 *
 * @param url - Over TLS.
 * @returns The id of the proof of each action, in order.
 * @throws {DomainError} UNKNOWN_NODE or STATUS_ABOVE_SUB_ACTION.
 */
export async function joinClimateLink(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  nodeIds: readonly string[],
  words: EvidenceWords,
  url: string,
): Promise<readonly string[]> {
  await requireAnswerableActions(collectivityId, nodeIds);
  return insertClimateEvidence(collectivityId, actor, nodeIds, words, { kind: "link", url });
}
