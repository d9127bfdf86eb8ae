import "server-only";
import { deleteParticipant } from "@/lib/data/participant-writing";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { RegistryOperation } from "./compare-annex-2";

/**
 * Takes away a participant entered by error.
 *
 * @throws {DomainError} UNKNOWN_PARTICIPANT; HAS_METERING_POINTS, USED_BY_CONSENTS or USED_BY_COMPLAINTS while something refers to it.
 */
export async function removeParticipant(
  { id }: Pick<RegistryOperation, "id">,
  actor: Actor,
  participantId: string,
): Promise<void> {
  const outcome = await deleteParticipant(id, actor, participantId);
  if (outcome === "unknown") throw new DomainError("UNKNOWN_PARTICIPANT", "not in the registry");
  if (outcome === "points") throw new DomainError("HAS_METERING_POINTS", "it holds metering points");
  if (outcome === "consents") throw new DomainError("USED_BY_CONSENTS", "consents are kept as proofs");
  if (outcome === "complaints") throw new DomainError("USED_BY_COMPLAINTS", "complaints are kept with their answers");
}
