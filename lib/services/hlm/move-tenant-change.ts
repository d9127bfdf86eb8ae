import "server-only";
import { findParticipant } from "@/lib/data/participants";
import type { Actor } from "@/lib/data/scope";
import { writeTenantChange } from "@/lib/data/tenant-change-writing";
import { findTenantChange } from "@/lib/data/tenant-changes";
import { DomainError } from "@/lib/domain/errors";
import { assertTenantMove } from "@/lib/domain/hlm/assert-tenant-move";
import { tenantReturnDay } from "@/lib/domain/hlm/tenant-return-day";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { RegistryOperation } from "@/lib/services/registry/compare-annex-2";
import { returnTenantPoint, type TenantService } from "./return-tenant-point";

/** What an officer notes of a change of tenant. */
export type TenantStep =
  | ({ readonly move: "service" } & TenantService)
  | { readonly move: "notice" | "refuse" | "abandon"; readonly day: CivilDate };

/**
 * Records the DSO's notice of a departure known before it, the next contract, a refusal, or that nobody is awaited any more. A point whose fourteen days are over already
 * comes back at once, in the same transaction: both are kept, or neither.
 *
 * @returns False when the operation has no such change.
 * @throws {DomainError} DAY_IN_FUTURE; UNKNOWN_PARTICIPANT; DATA_ERASED; whatever {@link assertTenantMove} and, for a return,
 *   {@link returnTenantPoint} throw.
 */
export async function moveTenantChange(
  operation: RegistryOperation,
  actor: Actor,
  changeId: string,
  step: TenantStep,
  today: CivilDate,
): Promise<boolean> {
  const { id } = operation;
  const toldDay = step.move === "service" ? step.noticeDay : step.day;
  if (toldDay > today) {
    const field = step.move === "service" ? "noticeDay" : "day";
    throw new DomainError("DAY_IN_FUTURE", "not told yet", { details: { field } });
  }
  if (step.move === "service" && tenantReturnDay(step.day) <= today) {
    if (!(await findTenantChange(id, changeId))) return false;
    await assertTenant(operation, step.participantId);
    await returnTenantPoint(operation, actor, changeId, today, step);
    return true;
  }
  return writeTenantChange(id, actor, async (writing) => {
    const change = await findTenantChange(id, changeId);
    if (!change) return false;
    assertTenantMove(change, step.move, step.day);
    if (step.move === "service") {
      await assertTenant(operation, step.participantId);
      await writing.serve(changeId, step);
    } else await writing[step.move](changeId, step.day);
    return true;
  });
}

async function assertTenant({ id }: RegistryOperation, participantId: string): Promise<void> {
  const participant = await findParticipant(id, participantId);
  const details = { field: "participantId" };
  if (!participant) throw new DomainError("UNKNOWN_PARTICIPANT", "not in the registry", { details });
  if (participant.isErased) throw new DomainError("DATA_ERASED", "he asked to be forgotten", { details });
}
