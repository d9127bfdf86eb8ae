import "server-only";
import { writeRegistry } from "@/lib/data/metering-point-writing";
import { findMeteringPoint } from "@/lib/data/metering-points";
import { findParticipant } from "@/lib/data/participants";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { holderOn } from "@/lib/domain/perimeter/holder-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { deriveMoneySince } from "@/lib/services/money/derive-money-since";
import { publishClosedMonths } from "@/lib/services/publishing/publish-closed-months";
import type { RegistryOperation } from "./compare-annex-2";

/**
 * Gives a metering point to another participant from a day on. Who counts does not change, so that no settled period is
 * out of date, but their money is derived anew by what the next holder pays; his consent is then looked for.
 *
 * @throws {DomainError} UNKNOWN_METERING_POINT; UNKNOWN_PARTICIPANT; DATA_ERASED when the next holder asked to be
 *   forgotten; BEFORE_START; ALREADY_HOLDER when he holds it on that day and ever after.
 */
export async function handOverMeteringPoint(
  operation: RegistryOperation,
  actor: Actor,
  { prm, participantId, day }: { readonly prm: string; readonly participantId: string; readonly day: CivilDate },
): Promise<void> {
  await writeRegistry(operation.id, actor, async (writing) => {
    const [point, next] = await Promise.all([
      findMeteringPoint(operation.id, prm),
      findParticipant(operation.id, participantId),
    ]);
    if (!point) throw new DomainError("UNKNOWN_METERING_POINT", "not in the registry");
    if (!next) throw new DomainError("UNKNOWN_PARTICIPANT", "not in the registry");
    if (next.isErased) throw new DomainError("DATA_ERASED", "the next holder asked to be forgotten");
    if (day < operation.sheet.startDay) {
      const details = { field: "day", start: operation.sheet.startDay };
      throw new DomainError("BEFORE_START", "nobody holds it before the operation starts", { details });
    }
    const later = point.stays.filter(({ toExclusive }) => toExclusive === null || toExclusive > day);
    if (point.participant.id === participantId && later.every(({ holder }) => holder.id === participantId)) {
      throw new DomainError("ALREADY_HOLDER", "he holds it already", { details: { field: "participant" } });
    }
    await writing.handOver({ meteringPointId: point.id, to: participantId, day });
    await writing.recordEvent({
      action: "transfer.metering_point",
      meteringPointId: point.id,
      before: { participantId: holderOn(point.stays, day)?.holder.id ?? point.participant.id },
      after: { participantId, day },
    });
    await deriveMoneySince(operation.id, writing.money, day);
    await publishClosedMonths(writing.publication);
  });
}
