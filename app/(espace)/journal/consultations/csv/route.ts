import { answerConsultationFile } from "@/app/(espace)/journal/consultations/answer-consultation-file";
import { authorizeCollectivityRequest } from "@/lib/server/authorize-collectivity-request";
import { toErrorResponse } from "@/lib/server/http";

/** The filtered consultations of the collectivity its address names, whole, as the file a spreadsheet opens. */
export async function GET(request: Request) {
  try {
    const named = new URL(request.url).searchParams.get("collectivite") ?? "";
    const { id, actor } = await authorizeCollectivityRequest(request, named, "administer");
    return await answerConsultationFile(request, { actor, scope: { kind: "collectivity", id } }, "collectivite");
  } catch (error) {
    return toErrorResponse(error);
  }
}
