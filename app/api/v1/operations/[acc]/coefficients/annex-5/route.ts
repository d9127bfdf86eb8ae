import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { annex5ExportQuerySchema, annex5QuerySchema } from "@/lib/schemas/api/annex-5";
import { authorizeOperationRequest } from "@/lib/server/access";
import { ANNEX_5_UPLOAD, answerAnnex5, streamAnnex5 } from "@/lib/server/answer-annex-5";
import { HttpError, requireFound, toErrorResponse } from "@/lib/server/http";
import { readUploads } from "@/lib/server/read-uploads";
import { exportAnnex5 } from "@/lib/services/coefficients/export-annex-5";

/** The key of a month as the file that the operator reads. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/coefficients/annex-5">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const { from } = annex5ExportQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    return streamAnnex5(requireFound(await exportAnnex5(operation, { from })));
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Checks a file of coefficients, or makes it the key of its month. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/coefficients/annex-5">,
) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const query = annex5QuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const [upload] = await readUploads(request, ANNEX_5_UPLOAD);
    if (!upload) throw new HttpError(400, "NO_FILE");
    return await answerAnnex5(operation, upload, query, parisCivilDate(Date.now()));
  } catch (error) {
    return toErrorResponse(error);
  }
}
