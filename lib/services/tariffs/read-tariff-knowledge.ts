import "server-only";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listTariffSchedules, listTariffSeasons, type TariffScheduleRecord } from "@/lib/data/tariff-schedules";
import type { TariffKnowledge } from "@/lib/domain/tariffs/break-down-curves";

/** The off-peak hours and seasons of an operation, as they stand, or as they stood at an instant. */
export async function readTariffKnowledge(
  operationId: AuthorizedOperationId,
  knownAt: Date | null = null,
): Promise<TariffKnowledge> {
  const [schedules, seasons] = await Promise.all([
    listTariffSchedules(operationId, { knownAt }),
    listTariffSeasons(operationId, knownAt),
  ]);
  const byPoint = new Map<string, TariffScheduleRecord[]>();
  for (const schedule of schedules) {
    const own = byPoint.get(schedule.meteringPointId);
    if (own) own.push(schedule);
    else byPoint.set(schedule.meteringPointId, [schedule]);
  }
  return { schedules: byPoint, seasons };
}
