import "server-only";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listTariffSchedules, listTariffSeasons, type TariffScheduleRecord } from "@/lib/data/tariff-schedules";
import type { TariffKnowledge } from "@/lib/domain/tariffs/break-down-curves";

/** The off-peak hours and seasons of an operation, as they stand. */
export async function readTariffKnowledge(operationId: AuthorizedOperationId): Promise<TariffKnowledge> {
  const [schedules, seasons] = await Promise.all([listTariffSchedules(operationId), listTariffSeasons(operationId)]);
  const byPoint = new Map<string, TariffScheduleRecord[]>();
  for (const schedule of schedules) {
    const own = byPoint.get(schedule.meteringPointId);
    if (own) own.push(schedule);
    else byPoint.set(schedule.meteringPointId, [schedule]);
  }
  return { schedules: byPoint, seasons };
}
