import "server-only";
import { insertParticipant } from "@/lib/data/participant-writing";
import type { ParticipantDetails } from "@/lib/data/participants";
import type { Actor } from "@/lib/data/scope";
import type { RegistryOperation } from "./compare-annex-2";

/** Adds a participant, who takes part once a metering point of his does. */
export async function addParticipant(
  { id }: Pick<RegistryOperation, "id">,
  actor: Actor,
  details: ParticipantDetails,
): Promise<string> {
  return insertParticipant(id, actor, details);
}
