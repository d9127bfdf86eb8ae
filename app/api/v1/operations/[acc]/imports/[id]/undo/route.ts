import * as z from "zod";
import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readJsonBody } from "@/lib/server/read-json-body";
import { undoImport } from "@/lib/services/measures/undo-import";

const MAX_BYTES = 10_000;

/** Takes an import back, as a new version of its days. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/imports/[id]/undo">) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    await readJsonBody(request, z.object({}), MAX_BYTES);
    const undoId = requireFound(isUuid(id) ? await undoImport(operation.id, operation.actor, id) : null);
    const headers = { location: `/api/v1/operations/${acc}/imports/${undoId}` };
    return Response.json({ undoId }, { status: 201, headers });
  } catch (error) {
    return toErrorResponse(error);
  }
}
