import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** The metering points of an operation, to choose one from: `value` is its id. */
export async function listPointOptions(
  operationId: AuthorizedOperationId,
): Promise<readonly { readonly value: string; readonly label: string }[]> {
  const points = await listMeteringPoints(operationId);
  return points.map(({ id, prm, name }) => ({ value: id, label: `${name} (${prm})` }));
}
