import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";

/** How the metering points of an operation are told apart outside of Prorata, and inside. */
export type PointNames = {
  /** @throws {DomainError} UNKNOWN_METERING_POINT when no point of the operation has the PRM in this role. */
  readonly idOf: (prm: string, role: PerimeterRole) => string;
  /** Null when the point was entered by error and taken away: a key that no longer holds may still name it. */
  readonly prmOf: (id: string) => string | null;
};

export async function readPointNames(operationId: AuthorizedOperationId): Promise<PointNames> {
  const points = await listMeteringPoints(operationId);
  const byPrm = new Map(points.map((point) => [point.prm, point]));
  const byId = new Map(points.map((point) => [point.id, point.prm]));
  return {
    idOf: (prm, role) => {
      const point = byPrm.get(prm);
      if (!point?.attachments.some((each) => each.role === role)) {
        throw new DomainError("UNKNOWN_METERING_POINT", `no ${role} of the operation`, { details: { prm } });
      }
      return point.id;
    },
    prmOf: (id) => byId.get(id) ?? null,
  };
}
