import "server-only";
import { type PointUse, writeRegistry } from "@/lib/data/metering-point-writing";
import { findMeteringPoint } from "@/lib/data/metering-points";
import type { Actor } from "@/lib/data/scope";
import { DomainError, type DomainErrorCode } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { RegistryOperation } from "./compare-annex-2";

const REFUSALS: Readonly<Record<PointUse, DomainErrorCode>> = {
  runs: "USED_BY_RUNS",
  measures: "USED_BY_MEASURES",
  keys: "USED_BY_KEYS",
  consents: "USED_BY_CONSENTS",
  requests: "USED_BY_REQUESTS",
  letters: "USED_BY_LETTERS",
};

/**
 * Takes away a metering point entered by error, with the entry that was planned for it.
 *
 * @throws {DomainError} UNKNOWN_METERING_POINT; HAS_TAKEN_PART when a stay has begun; USED_BY_… when something else
 *   stands on it: it is then an exit that is wanted.
 */
export async function removeMeteringPoint(
  operation: RegistryOperation,
  actor: Actor,
  prm: string,
  today: CivilDate,
): Promise<void> {
  await writeRegistry(operation.id, actor, async (writing) => {
    const point = await findMeteringPoint(operation.id, prm);
    if (!point) throw new DomainError("UNKNOWN_METERING_POINT", "not in the registry");
    if (point.stays.some(({ from }) => from <= today)) {
      throw new DomainError("HAS_TAKEN_PART", "it has counted since its first day");
    }
    const use = await writing.findUse(point.id);
    if (use) throw new DomainError(REFUSALS[use], "something else stands on it");
    await writing.deletePoint(point.id);
    const { id: meteringPointId, participant } = point;
    await writing.recordEvent({
      action: "delete.metering_point",
      meteringPointId,
      before: { participantId: participant.id },
    });
  });
}
