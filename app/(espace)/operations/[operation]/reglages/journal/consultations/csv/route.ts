import { answerConsultationFile } from "@/app/(espace)/journal/consultations/answer-consultation-file";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";

type Context = RouteContext<"/operations/[operation]/reglages/journal/consultations/csv">;

/** The filtered consultations of the operation, whole, as the file a spreadsheet opens. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { operation } = await params;
    const { id, sheet, mayReadWords, actor } = await authorizeOperationRequest(request, operation, "administer");
    return await answerConsultationFile(request, { actor, scope: { kind: "operation", id, mayReadWords } }, sheet.slug);
  } catch (error) {
    return toErrorResponse(error);
  }
}
