import "server-only";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";

export type PerimeterPoint = Omit<MeteringPointSheet, "id" | "participantId" | "holders" | "holderKind">;

/** The perimeter of an operation with the days each PRM counts; ids of our own stay here. */
export async function listPerimeterPoints(operationId: AuthorizedOperationId): Promise<readonly PerimeterPoint[]> {
  const points = await listMeteringPoints(operationId);
  return points.map(
    ({ id: _id, participantId: _participantId, holders: _holders, holderKind: _holderKind, ...point }) => point,
  );
}
