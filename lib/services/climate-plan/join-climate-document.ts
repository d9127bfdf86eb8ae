import "server-only";
import { createHash } from "node:crypto";
import { type EvidenceWords, insertClimateEvidence } from "@/lib/data/climate-evidence-writing";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { evidenceDocumentType } from "@/lib/formats/evidence/evidence-document-type";
import { requireAnswerableActions } from "./require-answerable-actions";

/**
 * Joins a document to some actions; its bytes are kept once, also when they were handed in before.
 *
 * @returns The id of the proof of each action, in order.
 * @throws {DomainError} UNREADABLE_EVIDENCE when it is of no accepted format, or its name says otherwise; UNKNOWN_NODE
 *   or STATUS_ABOVE_SUB_ACTION.
 */
export async function joinClimateDocument(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  nodeIds: readonly string[],
  words: EvidenceWords,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<readonly string[]> {
  if (evidenceDocumentType(name, bytes) === null) {
    throw new DomainError("UNREADABLE_EVIDENCE", "of no accepted format");
  }
  await requireAnswerableActions(collectivityId, nodeIds);
  const sha256 = createHash("sha256").update(bytes).digest();
  const content = { kind: "document", fileName: name, sha256, bytes } as const;
  return insertClimateEvidence(collectivityId, actor, nodeIds, words, content);
}
