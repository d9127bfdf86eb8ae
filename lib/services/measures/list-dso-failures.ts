import "server-only";
import { findDsoRequest } from "@/lib/data/dso-requests";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { DsoFailureCode } from "@/lib/domain/measures/dso-request";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";

/** A metering point of which the DSO's interface gave nothing, as people know it, and why. */
export type ListedDsoFailure = {
  readonly prm: string;
  readonly name: string;
  readonly role: PerimeterRole;
  readonly code: DsoFailureCode;
  readonly status: number | null;
};

/** What an import asked of the DSO and did not get; null when it asked nothing. */
export async function listDsoFailures(
  operationId: AuthorizedOperationId,
  importId: string,
): Promise<{ readonly askedCount: number; readonly failures: readonly ListedDsoFailure[] } | null> {
  const request = await findDsoRequest(operationId, importId);
  if (!request) return null;
  const points = new Map((await listMeteringPoints(operationId)).map((point) => [point.id, point]));
  const failures = request.failures.flatMap(({ position, code, status }) => {
    const asked = request.points[position];
    const point = asked && points.get(asked.meteringPointId);
    return point ? [{ prm: point.prm, name: point.name, role: asked.role, code, status }] : [];
  });
  return { askedCount: request.points.length, failures };
}
