import "server-only";
import { listMeteringPointRecords, type MeteringPointRecord } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { RequestLine } from "@/lib/domain/requests/request-line";

export type LinePoint = { readonly point: MeteringPointRecord; readonly lines: readonly RequestLine[] };

/** The metering points a request moves, with their stays as they are now and what is asked of each. One query. */
export async function listLinePoints(
  operationId: AuthorizedOperationId,
  lines: readonly RequestLine[],
): Promise<readonly LinePoint[]> {
  if (lines.length === 0) return [];
  const ids = [...new Set(lines.map(({ meteringPointId }) => meteringPointId))];
  const points = new Map((await listMeteringPointRecords(operationId, ids)).map((point) => [point.id, point]));
  return ids.map((id) => {
    const point = points.get(id);
    if (!point) throw new Error("a request moves a metering point that is not in the registry");
    return { point, lines: lines.filter(({ meteringPointId }) => meteringPointId === id) };
  });
}
