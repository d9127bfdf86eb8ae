import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** A metering point that a request names; of a resident, both are null for who may not read words. */
export type RequestSite = { readonly name: string | null; readonly prm: string | null };

/** Every metering point of an operation by its id, as whoever reads is shown it. One query. */
export async function listRequestSites(
  operationId: AuthorizedOperationId,
  { mayReadWords }: { readonly mayReadWords: boolean },
): Promise<ReadonlyMap<string, RequestSite>> {
  const points = await listMeteringPoints(operationId);
  return new Map(
    points.map(({ id, name, prm, holderKind }): [string, RequestSite] => {
      const isShown = mayReadWords || holderKind !== "natural";
      return [id, isShown ? { name, prm } : { name: null, prm: null }];
    }),
  );
}
