import "server-only";
import { type KeptSuspicion, listSuspicions as listKept } from "@/lib/data/measure-suspicions";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** A suspicion with the metering point it is about, as lists may name it. */
export type ListedSuspicion = KeptSuspicion & { readonly prm: string; readonly name: string };

/** What is suspect in the measures of an operation, the latest days first: to look at, and looked at. */
export async function listSuspicions(
  operationId: AuthorizedOperationId,
): Promise<{ readonly open: readonly ListedSuspicion[]; readonly dismissed: readonly ListedSuspicion[] }> {
  const [kept, points] = await Promise.all([listKept(operationId), listMeteringPoints(operationId)]);
  const byId = new Map(points.map((point) => [point.id, point]));
  const all = kept.flatMap((suspicion): readonly ListedSuspicion[] => {
    const point = byId.get(suspicion.meteringPointId);
    return point ? [{ ...suspicion, prm: point.prm, name: point.name }] : [];
  });
  return {
    open: all.filter(({ dismissal }) => dismissal === null),
    dismissed: all.filter(({ dismissal }) => dismissal !== null),
  };
}
