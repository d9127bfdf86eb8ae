import "server-only";
import { findRequest, listRequests, type RecordedRequest } from "@/lib/data/convention-requests";
import type { ListPage } from "@/lib/data/list-page";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { cutPage } from "@/lib/services/cut-page";
import { describeRequest } from "./describe-request";
import { listRequestSites } from "./list-request-sites";

/** An operation whose requests somebody reads. */
type ReadOperation = { readonly id: AuthorizedOperationId; readonly mayReadWords: boolean };

/** A page of the requests of an operation as the API gives them, latest first. */
export async function listDescribedRequests(operation: ReadOperation, { before, limit }: ListPage) {
  const { rows, next } = cutPage(await listRequests(operation.id, { before, limit: limit + 1 }), limit);
  return { requests: await describe(operation, rows), next };
}

/** One of them; null when the operation has no such one. */
export async function findDescribedRequest(operation: ReadOperation, requestId: string) {
  const request = await findRequest(operation.id, requestId);
  const [described] = await describe(operation, request ? [request] : []);
  return described ?? null;
}

async function describe(operation: ReadOperation, requests: readonly RecordedRequest[]) {
  const sites = await listRequestSites(operation.id, operation);
  const siteOf = (id: string) => {
    const site = sites.get(id);
    if (site === undefined) throw new Error("a request names a metering point that is not in the registry");
    return site;
  };
  return requests.map((request) => describeRequest(request, siteOf, operation));
}
