import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** The metering points that a file may be about, by name. */
export async function listImportPoints(
  operationId: AuthorizedOperationId,
): Promise<readonly { readonly prm: string; readonly name: string }[]> {
  return (await listMeteringPoints(operationId)).map(({ prm, name }) => ({ prm, name }));
}
