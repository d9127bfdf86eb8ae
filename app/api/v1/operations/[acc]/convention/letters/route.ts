import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { endingLettersQuerySchema } from "@/lib/schemas/api/convention";
import { authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { noteConsultation } from "@/lib/server/note-consultation";
import { buildEndingLetters } from "@/lib/services/convention/build-ending-letters";

/** The letters that tell participants of a suspension or an end, to sign. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/convention/letters">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const query = endingLettersQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const key = { ending: query.ending, effectDay: civilDate(query.effectDay) };
    const today = parisCivilDate(Date.now());
    const letters = requireFound(await buildEndingLetters(operation, key, query.participant ?? null, today));
    await noteConsultation(operation, query.participant ? "participant" : "file", query.participant ?? operation.id);
    return answerFile({ name: letters.name, type: "application/pdf", content: letters.bytes });
  } catch (error) {
    return toErrorResponse(error);
  }
}
