import "server-only";
import { findLastMeasuredDay } from "@/lib/data/last-measured-day";
import { findMeteringPoint, type MeteringPointRecord } from "@/lib/data/metering-points";
import { listPossibleHolders } from "@/lib/data/participants";
import { listRegistryEvents, type RegistryEvent } from "@/lib/data/registry-events";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listTariffSchedules } from "@/lib/data/tariff-schedules";
import type { DatedTariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** A metering point, the last day it was measured, and what was done to it; null when there is none. */
export async function readMeteringPointSheet(
  operationId: AuthorizedOperationId,
  prm: string,
): Promise<{
  readonly point: MeteringPointRecord;
  readonly lastMeasuredDay: CivilDate | null;
  readonly events: readonly RegistryEvent[];
  /** Who may hold it next. */
  readonly possibleHolders: readonly { readonly id: string; readonly name: string }[];
  /** Its off-peak hours, oldest first. */
  readonly tariffs: readonly DatedTariffSchedule[];
} | null> {
  const point = await findMeteringPoint(operationId, prm);
  if (!point) return null;
  const [lastMeasuredDay, events, holders, tariffs] = await Promise.all([
    findLastMeasuredDay(operationId, point.id),
    listRegistryEvents(operationId, null, [point.id]),
    listPossibleHolders(operationId),
    listTariffSchedules(operationId, { meteringPointId: point.id }),
  ]);
  const possibleHolders = holders.filter(({ id }) => id !== point.participant.id);
  return { point, lastMeasuredDay, events, possibleHolders, tariffs };
}
