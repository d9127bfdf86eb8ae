import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** The consumers of an operation, to choose one from: `value` is its PRM. */
export async function listPrmOptions(
  operationId: AuthorizedOperationId,
): Promise<readonly { readonly value: string; readonly label: string }[]> {
  const points = await listMeteringPoints(operationId);
  return points
    .filter(({ attachments }) => attachments.some(({ role }) => role === "consumer"))
    .map(({ prm, name }) => ({ value: prm, label: `${name} (${prm})` }));
}
