import "server-only";
import { findMeteringPoint } from "@/lib/data/metering-points";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { writeTariffs } from "@/lib/data/tariff-writing";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { deriveRunsAnew } from "./derive-runs-anew";
import { readTariffKnowledge } from "./read-tariff-knowledge";
import { scheduleEvent } from "./schedule-event";

/**
 * Takes back off-peak hours entered by error: what holds before their day holds on. They stay readable.
 *
 * @throws {DomainError} UNKNOWN_METERING_POINT; DATA_ERASED; UNKNOWN_TARIFF_SCHEDULE when none of this day stands.
 */
export async function withdrawTariffSchedule(
  operationId: AuthorizedOperationId,
  actor: Actor,
  { prm, from }: { readonly prm: string; readonly from: CivilDate },
): Promise<void> {
  await writeTariffs(operationId, actor, async (writing) => {
    const [point, before] = await Promise.all([findMeteringPoint(operationId, prm), readTariffKnowledge(operationId)]);
    if (!point) throw new DomainError("UNKNOWN_METERING_POINT", "not in the registry");
    if (point.participant.isErased) throw new DomainError("DATA_ERASED", "its holder asked to be forgotten");
    const own = before.schedules.get(point.id) ?? [];
    const withdrawn = own.find((schedule) => schedule.from === from);
    if (!withdrawn) throw new DomainError("UNKNOWN_TARIFF_SCHEDULE", "none stands from this day");
    await writing.endSchedule(point.id, from);
    await writing.recordEvent({
      action: "withdraw.tariff_schedule",
      objectType: "metering_point",
      objectId: point.id,
      before: scheduleEvent(withdrawn),
      after: { day: from },
    });
    const schedules = new Map(before.schedules).set(
      point.id,
      own.filter((schedule) => schedule !== withdrawn),
    );
    await deriveRunsAnew(writing, [{ meteringPointId: point.id, from }], { ...before, schedules });
  });
}
