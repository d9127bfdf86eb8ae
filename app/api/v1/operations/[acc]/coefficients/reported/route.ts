import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { reportedCoefficientsQuerySchema } from "@/lib/schemas/api/annex-5";
import { authorizeOperationRequest } from "@/lib/server/access";
import { ANNEX_5_UPLOAD, answerReportedCoefficients } from "@/lib/server/answer-annex-5";
import { HttpError, toErrorResponse } from "@/lib/server/http";
import { readUploads } from "@/lib/server/read-uploads";

/** Keeps the coefficients that the operator says it used for a period. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/coefficients/reported">,
) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const { from } = reportedCoefficientsQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const [upload] = await readUploads(request, ANNEX_5_UPLOAD);
    if (!upload) throw new HttpError(400, "NO_FILE");
    return await answerReportedCoefficients(operation, upload, from, parisCivilDate(Date.now()));
  } catch (error) {
    return toErrorResponse(error);
  }
}
