import "server-only";
import { randomUUID } from "node:crypto";
import type { MeteringPointDetails } from "@/lib/data/metering-points";
import { findMeteringPoint } from "@/lib/data/metering-points";
import { findParticipant } from "@/lib/data/participants";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { changeStays, type MoveResult } from "./change-stays";
import type { RegistryOperation } from "./compare-annex-2";

/**
 * Adds a metering point to a participant, to take part from a day on.
 *
 * @throws {DomainError} UNKNOWN_PARTICIPANT; DATA_ERASED; PRM_ALREADY_REGISTERED when the operation has it already;
 *   STORAGE_NEEDS_BOTH_ROLES; otherwise as {@link changeStays}.
 */
export async function addMeteringPoint(
  operation: RegistryOperation,
  actor: Actor,
  {
    participantId,
    prm,
    details,
    roles,
    day,
    isConfirmed,
  }: {
    readonly participantId: string;
    readonly prm: string;
    readonly details: MeteringPointDetails;
    readonly roles: readonly PerimeterRole[];
    readonly day: CivilDate;
    readonly isConfirmed: boolean;
  },
): Promise<MoveResult> {
  if (details.isStorage && roles.length < 2) {
    throw new DomainError("STORAGE_NEEDS_BOTH_ROLES", "a storage unit has both roles", { details: { field: "roles" } });
  }
  return changeStays(operation, actor, isConfirmed, async () => {
    const [holder, known] = await Promise.all([
      findParticipant(operation.id, participantId),
      findMeteringPoint(operation.id, prm),
    ]);
    if (!holder) throw new DomainError("UNKNOWN_PARTICIPANT", "not in the registry");
    if (holder.isErased) throw new DomainError("DATA_ERASED", "its holder asked to be forgotten");
    if (known)
      throw new DomainError("PRM_ALREADY_REGISTERED", "the operation has it already", { details: { field: "prm" } });
    const id = randomUUID();
    return {
      point: { id, prm, stays: [] },
      changes: roles.map((role) => ({ role, before: null, after: { from: day, toExclusive: null } })),
      event: { action: "create.metering_point", after: { participantId, roles: [...roles], day } },
      prepare: (writing) => writing.insertPoint({ id, prm, participantId, details }),
    };
  });
}
