import "server-only";
import {
  copyClimateEvidence,
  type EvidenceWords,
  supersedeClimateEvidence,
  updateClimateEvidence,
} from "@/lib/data/climate-evidence-writing";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { requireAnswerableActions } from "./require-answerable-actions";

/** What is done to a proof that stands. */
export type EvidenceChange =
  | { readonly kind: "rename"; readonly words: EvidenceWords }
  | { readonly kind: "remove" }
  | { readonly kind: "copy"; readonly nodeId: string };

/**
 * Renames a proof, takes it away, or joins it to another action too; what it was stays in history and in snapshots.
 *
 * @returns Its id; that of the copy.
 * @throws {DomainError} UNKNOWN_EVIDENCE when no such proof stands; of a copy UNKNOWN_NODE or STATUS_ABOVE_SUB_ACTION.
 */
export async function changeClimateEvidence(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  evidenceId: string,
  change: EvidenceChange,
): Promise<string> {
  const id = await write(collectivityId, actor, evidenceId, change);
  if (id === null) throw new DomainError("UNKNOWN_EVIDENCE", "no such proof stands");
  return id;
}

async function write(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  evidenceId: string,
  change: EvidenceChange,
): Promise<string | null> {
  if (change.kind === "copy") {
    await requireAnswerableActions(collectivityId, [change.nodeId]);
    return copyClimateEvidence(collectivityId, actor, evidenceId, change.nodeId);
  }
  const isDone =
    change.kind === "rename"
      ? await updateClimateEvidence(collectivityId, actor, evidenceId, change.words)
      : await supersedeClimateEvidence(collectivityId, actor, evidenceId);
  return isDone ? evidenceId : null;
}
