import * as z from "zod";
import { authorizeOperationRequest } from "@/lib/server/access";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { readJsonBody } from "@/lib/server/read-json-body";
import { cancelImport } from "@/lib/services/measures/answer-import";
import { readImport } from "@/lib/services/measures/read-import";

const MAX_BYTES = 10_000;

/** Gives an import up that waits to be confirmed. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/imports/[id]/cancel">) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write", "measures");
    await readJsonBody(request, z.object({}), MAX_BYTES);
    requireFound(isUuid(id) ? await readImport(operation.id, id) : null);
    await cancelImport(operation.id, operation.actor, id);
    return Response.json({ import: requireFound(await readImport(operation.id, id)) });
  } catch (error) {
    return toErrorResponse(error);
  }
}
