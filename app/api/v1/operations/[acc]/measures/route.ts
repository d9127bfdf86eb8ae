import { authorizeOperationRequest } from "@/lib/server/access";
import { errorResponse, toErrorResponse } from "@/lib/server/http";
import { readUploads } from "@/lib/server/read-uploads";
import { type SubmittedImport, submitMeasures } from "@/lib/services/measures/submit-measures";

/** Imports files of measures, whole or not at all. 201 written · 200 nothing new · 202 queued or held · 422 refused. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/measures">) {
  try {
    const { acc } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write", "measures");
    const uploads = await readUploads(request);
    const isHeld = new URL(request.url).searchParams.get("hold") === "true";
    const submitted = await submitMeasures(operation.id, operation.actor, uploads, isHeld);
    return answer(submitted, `/api/v1/operations/${acc}/imports/${submitted.importId}`);
  } catch (error) {
    return toErrorResponse(error);
  }
}

function answer(submitted: SubmittedImport, location: string): Response {
  const { importId: id, status } = submitted;
  const report = status === "queued" ? null : submitted.report;
  if (status === "refused") return errorResponse(422, "IMPORT_REFUSED", { importId: id, report });
  const headers = { location };
  return Response.json({ import: { id, status, report } }, { status: statusOf(submitted), headers });
}

function statusOf(submitted: SubmittedImport): number {
  if (submitted.status === "queued" || submitted.status === "waiting") return 202;
  const { newDayCount, correctedDayCount, newFigureCount, correctedFigureCount } = submitted.report.totals;
  return newDayCount + correctedDayCount + newFigureCount + correctedFigureCount > 0 ? 201 : 200;
}
