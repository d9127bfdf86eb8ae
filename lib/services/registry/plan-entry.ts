import "server-only";
import { findMeteringPoint } from "@/lib/data/metering-points";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { changeStays, type MoveResult } from "./change-stays";
import type { RegistryOperation } from "./compare-annex-2";

/**
 * Makes a metering point of the registry enter, again or in another role, from a day on.
 *
 * @throws {DomainError} UNKNOWN_METERING_POINT; STORAGE_NEEDS_BOTH_ROLES when a storage unit enters as only one of the
 *   two; DATA_ERASED when its holder's data was; otherwise as {@link changeStays}.
 */
export async function planEntry(
  operation: RegistryOperation,
  actor: Actor,
  {
    prm,
    roles,
    day,
    isConfirmed,
  }: {
    readonly prm: string;
    readonly roles: readonly PerimeterRole[];
    readonly day: CivilDate;
    readonly isConfirmed: boolean;
  },
): Promise<MoveResult> {
  return changeStays(operation, actor, isConfirmed, async () => {
    const point = await findMeteringPoint(operation.id, prm);
    if (!point) throw new DomainError("UNKNOWN_METERING_POINT", "not in the registry");
    if (point.participant.isErased) throw new DomainError("DATA_ERASED", "its holder asked to be forgotten");
    if (point.isStorage && roles.length < 2) {
      throw new DomainError("STORAGE_NEEDS_BOTH_ROLES", "a storage unit is a consumer and a producer");
    }
    return {
      point,
      changes: roles.map((role) => ({ role, before: null, after: { from: day, toExclusive: null } })),
      event: { action: "plan.entry", after: { roles: [...roles], day } },
    };
  });
}
