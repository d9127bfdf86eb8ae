import * as z from "zod";
import { comparisonQuerySchema } from "@/lib/schemas/api/comparison-routes";
import { authorizeOperationRequest } from "@/lib/server/access";
import { HttpError, requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readJsonBody } from "@/lib/server/read-json-body";
import { askForComparison } from "@/lib/services/comparison/ask-for-comparison";
import { readComparison } from "@/lib/services/comparison/read-comparison";
import { answerComparison } from "./answer-comparison";

const MAX_BYTES = 10_000;

type Context = RouteContext<"/api/v1/operations/[acc]/runs/[id]/comparison">;

/** A run beside what the operator published, and the state of the comparison. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    const { differing } = comparisonQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const comparison = requireFound(isUuid(id) ? await readComparison(operation.id, id) : null);
    return Response.json(answerComparison(comparison, differing === "true"));
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Queues the comparison of a run. */
export async function POST(request: Request, { params }: Context) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    await readJsonBody(request, z.object({}), MAX_BYTES);
    if (!isUuid(id) || !(await askForComparison(operation.id, operation.actor, id))) {
      throw new HttpError(404, "NOT_FOUND");
    }
    const comparison = requireFound(await readComparison(operation.id, id));
    const headers = { location: `/api/v1/operations/${acc}/runs/${id}/comparison` };
    return Response.json(answerComparison(comparison, true), { status: 202, headers });
  } catch (error) {
    return toErrorResponse(error);
  }
}
