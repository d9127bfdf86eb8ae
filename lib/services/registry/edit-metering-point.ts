import "server-only";
import { POINT_FIELDS, writeRegistry } from "@/lib/data/metering-point-writing";
import { findMeteringPoint, type MeteringPointDetails } from "@/lib/data/metering-points";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { RegistryOperation } from "./compare-annex-2";

// What tells nothing of a person may stand in the trail with its values.
const PUBLIC_FIELDS = ["peakPowerW", "voltage", "isMeterCommunicating", "energySource", "isStorage"] as const;

/**
 * Changes what is known of a metering point; when it takes part stays as it is.
 *
 * @returns Whether anything changed.
 * @throws {DomainError} UNKNOWN_METERING_POINT; DATA_ERASED; STORAGE_NEEDS_BOTH_ROLES when it takes part as only one.
 */
export async function editMeteringPoint(
  operation: RegistryOperation,
  actor: Actor,
  prm: string,
  details: MeteringPointDetails,
): Promise<boolean> {
  return writeRegistry(operation.id, actor, async (writing) => {
    const before = await findMeteringPoint(operation.id, prm);
    if (!before) throw new DomainError("UNKNOWN_METERING_POINT", "not in the registry");
    if (before.participant.isErased) throw new DomainError("DATA_ERASED", "its holder asked to be forgotten");
    const roles = new Set(before.stays.map(({ role }) => role));
    if (details.isStorage && roles.size === 1) {
      throw new DomainError("STORAGE_NEEDS_BOTH_ROLES", "it takes part in one role only");
    }
    const fields = POINT_FIELDS.filter((field) => before[field] !== details[field]);
    if (fields.length === 0) return false;
    await writing.updatePoint(before.id, details);
    const shown = PUBLIC_FIELDS.filter((field) => fields.includes(field));
    await writing.recordEvent({
      action: "update.metering_point",
      meteringPointId: before.id,
      before: Object.fromEntries(shown.map((field) => [field, before[field]])),
      after: { fields, ...Object.fromEntries(shown.map((field) => [field, details[field]])) },
    });
    return true;
  });
}
