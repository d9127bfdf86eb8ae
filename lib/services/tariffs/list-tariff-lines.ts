import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listTariffSchedules } from "@/lib/data/tariff-schedules";
import type { DatedTariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";

/** A metering point and its off-peak hours, oldest first; none when nobody told them. */
export type PointTariffs = {
  readonly prm: string;
  readonly name: string;
  readonly schedules: readonly DatedTariffSchedule[];
};

/** The off-peak hours of every metering point of an operation, by name. */
export async function listTariffLines(operationId: AuthorizedOperationId): Promise<readonly PointTariffs[]> {
  const [points, schedules] = await Promise.all([listMeteringPoints(operationId), listTariffSchedules(operationId)]);
  return points.map(({ id, prm, name }) => ({
    prm,
    name,
    schedules: schedules
      .filter(({ meteringPointId }) => meteringPointId === id)
      .map(({ id: _id, meteringPointId: _point, ...schedule }) => schedule),
  }));
}
