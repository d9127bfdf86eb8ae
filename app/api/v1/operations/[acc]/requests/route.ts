import { readListPage } from "@/lib/schemas/api/list-page";
import { newRequestBodySchema } from "@/lib/schemas/api/requests";
import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { findDescribedRequest, listDescribedRequests } from "@/lib/services/requests/find-described-requests";
import { writeRequestByPrm } from "@/lib/services/requests/write-request-by-prm";

const MAX_BYTES = 500_000;

/** A page of the requests to the operator, and what became of it. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/requests">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    return Response.json(await listDescribedRequests(operation, readListPage(request)));
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Writes a request down; nothing leaves and nothing changes. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/requests">) {
  try {
    const { acc } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const { reason, ground, lines, coefficients, ...body } = await readJsonBody(
      request,
      newRequestBodySchema,
      MAX_BYTES,
    );
    const id = await writeRequestByPrm(operation, operation.actor, {
      ...body,
      reason: reason || null,
      ground: ground ?? null,
      lines: lines ?? [],
      coefficients: coefficients ? { kind: coefficients.kind, ppm: coefficients.ppm ?? {} } : null,
    });
    const headers = { location: `/api/v1/operations/${acc}/requests/${id}` };
    return Response.json(
      { request: requireFound(await findDescribedRequest(operation, id)) },
      { status: 201, headers },
    );
  } catch (error) {
    return toErrorResponse(error);
  }
}
