import type { Registry } from "@/lib/data/registry";
import { assignHolders, type HolderAssignment } from "@/lib/domain/perimeter/assign-holders";
import type { DeclaredPerimeter } from "@/lib/domain/perimeter/declared-perimeter";

/** Which participant of the registry holds each line of a workbook; see {@link assignHolders}. */
export function assignRegisteredHolders(
  { participants, points }: Pick<Registry, "participants" | "points">,
  declared: DeclaredPerimeter,
): readonly HolderAssignment[] {
  const prmsOf = new Map<string, string[]>();
  for (const { participantId, prm } of points) prmsOf.set(participantId, [...(prmsOf.get(participantId) ?? []), prm]);
  return assignHolders(
    declared,
    participants.map((participant) => ({ ...participant, prms: prmsOf.get(participant.id) ?? [] })),
  );
}
