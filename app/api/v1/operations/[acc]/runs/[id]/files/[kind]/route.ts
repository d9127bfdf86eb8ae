import { runFileKindSchema, runFileQuerySchema } from "@/lib/schemas/api/run-file-routes";
import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { noteChosen } from "@/lib/server/note-consultation";
import { buildRunFile } from "@/lib/services/outputs/build-run-file";

/** A run as a file: the operator's formats, a workbook, tables, or all of them. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/runs/[id]/files/[kind]">,
) {
  try {
    const { acc, id, kind: asked } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    const kind = runFileKindSchema.safeParse(asked);
    const { prm } = runFileQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const file = isUuid(id) && kind.success ? await buildRunFile(operation, id, kind.data, prm ?? null) : null;
    const found = requireFound(file);
    await noteChosen(operation, [prm]);
    return answerFile(found);
  } catch (error) {
    return toErrorResponse(error);
  }
}
