import "server-only";
import { findMeteringPoint, type MeteringPointRecord } from "@/lib/data/metering-points";
import { readRegistry } from "@/lib/data/registry";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { RequestLine } from "@/lib/domain/requests/request-line";

export type LinePoint = { readonly point: MeteringPointRecord; readonly lines: readonly RequestLine[] };

/** The metering points a request moves, with their stays as they are now and what is asked of each. */
export async function listLinePoints(
  operationId: AuthorizedOperationId,
  lines: readonly RequestLine[],
): Promise<readonly LinePoint[]> {
  if (lines.length === 0) return [];
  const { points } = await readRegistry(operationId);
  const prmOf = new Map(points.map(({ id, prm }) => [id, prm]));
  const found: LinePoint[] = [];
  for (const id of new Set(lines.map(({ meteringPointId }) => meteringPointId))) {
    const point = await findMeteringPoint(operationId, prmOf.get(id) ?? "");
    if (!point) throw new Error("a request moves a metering point that is not in the registry");
    found.push({ point, lines: lines.filter(({ meteringPointId }) => meteringPointId === id) });
  }
  return found;
}
