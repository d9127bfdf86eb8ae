import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";

export type PerimeterRow = {
  /** Unique: a metering point has a row for each role and stay. */
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  readonly participantName: string;
  readonly role: PerimeterRole;
  readonly peakPowerW: number | null;
  readonly from: CivilDate;
  readonly toExclusive: CivilDate | null;
  /** Counts on the day asked for. */
  readonly isAttached: boolean;
};

/** The perimeter as a list, and whether it has a producer and a consumer on a day (art. 8.6). */
export async function readPerimeter(
  operationId: AuthorizedOperationId,
  day: CivilDate,
): Promise<{ readonly rows: readonly PerimeterRow[]; readonly isViable: boolean }> {
  const points = await listMeteringPoints(operationId);
  const rows = points.flatMap(({ attachments, ...point }) =>
    attachments.map((attached): PerimeterRow => {
      const { prm, name, participantName } = point;
      const peakPowerW = attached.role === "producer" ? point.peakPowerW : null;
      const id = `${point.id}-${attached.role}-${attached.from}`;
      return { id, prm, name, participantName, peakPowerW, ...attached, isAttached: isAttachedOn(attached, day) };
    }),
  );
  const hasRole = (role: PerimeterRole) => rows.some((row) => row.isAttached && row.role === role);
  return { rows, isViable: hasRole("producer") && hasRole("consumer") };
}
