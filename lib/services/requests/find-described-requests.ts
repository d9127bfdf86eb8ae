import "server-only";
import { findRequest, listRequests, type RecordedRequest } from "@/lib/data/convention-requests";
import { readRegistry } from "@/lib/data/registry";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { describeRequest } from "./describe-request";

/** Every request of an operation as the API gives it, latest first. */
export async function listDescribedRequests(operationId: AuthorizedOperationId) {
  return describe(operationId, await listRequests(operationId));
}

/** One of them; null when the operation has no such one. */
export async function findDescribedRequest(operationId: AuthorizedOperationId, requestId: string) {
  const request = await findRequest(operationId, requestId);
  const [described] = await describe(operationId, request ? [request] : []);
  return described ?? null;
}

async function describe(operationId: AuthorizedOperationId, requests: readonly RecordedRequest[]) {
  const { points } = await readRegistry(operationId);
  const prms = new Map(points.map(({ id, prm }) => [id, prm]));
  const prmOf = (id: string): string => {
    const prm = prms.get(id);
    if (prm === undefined) throw new Error("a request names a metering point that is not in the registry");
    return prm;
  };
  return requests.map((request) => describeRequest(request, prmOf));
}
