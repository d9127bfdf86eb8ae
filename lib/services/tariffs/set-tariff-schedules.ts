import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { writeTariffs } from "@/lib/data/tariff-writing";
import { DomainError } from "@/lib/domain/errors";
import { assertTariffSchedule } from "@/lib/domain/tariffs/assert-tariff-schedule";
import type { DatedTariffSchedule, TariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import { deriveRunsAnew } from "./derive-runs-anew";
import { readTariffKnowledge } from "./read-tariff-knowledge";
import { scheduleEvent } from "./schedule-event";

/** The off-peak hours of one metering point from a day on. */
export type NewTariffSchedule = DatedTariffSchedule & { readonly prm: string };

/**
 * Sets the off-peak hours of metering points, all of them or none, and adds up anew by tariff period the runs they touch.
 *
 * What stood from the same day is superseded, and stays readable; what stands from other days stays.
 *
 * @returns How many of them changed: the others were known so already.
 * @throws {DomainError} UNKNOWN_METERING_POINT, with its `prm`; DUPLICATE_ID when one is given twice for a day;
 *   DATA_ERASED; INVALID_TARIFF_SCHEDULE; INVALID_TARIFF_SEASON.
 */
export async function setTariffSchedules(
  operationId: AuthorizedOperationId,
  actor: Actor,
  schedules: readonly NewTariffSchedule[],
): Promise<number> {
  for (const schedule of schedules) assertTariffSchedule(schedule);
  assertOnce(schedules);
  return writeTariffs(operationId, actor, async (writing) => {
    const [points, before] = await Promise.all([listMeteringPoints(operationId), readTariffKnowledge(operationId)]);
    const idOf = new Map(points.map(({ prm, id }) => [prm, id]));
    const after = new Map(before.schedules);
    const changes = schedules.flatMap(({ prm, ...schedule }) => {
      const meteringPointId = idOf.get(prm);
      if (!meteringPointId)
        throw new DomainError("UNKNOWN_METERING_POINT", "not in the registry", { details: { prm } });
      const own = after.get(meteringPointId) ?? [];
      const replaced = own.find(({ from }) => from === schedule.from) ?? null;
      if (replaced && isSame(replaced, schedule)) return [];
      after.set(meteringPointId, [...own.filter((each) => each !== replaced), schedule]);
      return [{ meteringPointId, from: schedule.from, schedule, replaced }];
    });
    if (await writing.findErased(changes.map(({ meteringPointId }) => meteringPointId))) {
      throw new DomainError("DATA_ERASED", "a holder asked to be forgotten");
    }
    for (const { meteringPointId, schedule, replaced } of changes) {
      if (replaced) await writing.endSchedule(meteringPointId, schedule.from);
      await writing.insertSchedule(meteringPointId, schedule);
      await writing.recordEvent({
        action: "set.tariff_schedule",
        objectType: "metering_point",
        objectId: meteringPointId,
        ...(replaced ? { before: scheduleEvent(replaced) } : {}),
        after: scheduleEvent(schedule),
      });
    }
    await deriveRunsAnew(writing, changes, { ...before, schedules: after });
    return changes.length;
  });
}

function assertOnce(schedules: readonly NewTariffSchedule[]): void {
  const seen = new Set<string>();
  for (const { prm, from } of schedules) {
    const key = `${prm} ${from}`;
    if (seen.has(key)) throw new DomainError("DUPLICATE_ID", "twice from the same day", { details: { prm, from } });
    seen.add(key);
  }
}

const hoursOf = ({ structure, offPeak, lowSeasonOffPeak, highSeasonMonths }: TariffSchedule) =>
  JSON.stringify([
    structure,
    ...[offPeak, lowSeasonOffPeak].map((ranges) => ranges?.map(({ fromMinute, toMinute }) => [fromMinute, toMinute])),
    highSeasonMonths?.toSorted((a, b) => a - b),
  ]);

const isSame = (a: TariffSchedule, b: TariffSchedule) => hoursOf(a) === hoursOf(b);
