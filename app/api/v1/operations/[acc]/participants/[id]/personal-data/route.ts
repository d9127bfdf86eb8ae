import { personalDataDocument } from "@/lib/documents/personal-data-document";
import type { PersonalDataStatement } from "@/lib/domain/personal-data/personal-data-statement";
import { personalDataQuerySchema } from "@/lib/schemas/api/personal-data";
import { type AuthorizedOperation, authorizeOperationRequest } from "@/lib/server/access";
import { answerFile } from "@/lib/server/answer-file";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { noteConsultation } from "@/lib/server/note-consultation";
import { archiveParticipant } from "@/lib/services/personal-data/archive-participant";
import { exportParticipant } from "@/lib/services/personal-data/export-participant";

type Context = RouteContext<"/api/v1/operations/[acc]/participants/[id]/personal-data">;

/** Everything held about one participant, for whoever may write: an answer to that person's own request. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const { format } = personalDataQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const statement = isUuid(id) ? await exportParticipant(operation, operation.actor, id, new Date()) : null;
    const found = requireFound(statement);
    await noteConsultation(operation, "personal_data", id);
    return await answer(operation, found, format);
  } catch (error) {
    return toErrorResponse(error);
  }
}

async function answer({ id }: AuthorizedOperation, statement: PersonalDataStatement, format: "json" | "pdf" | "zip") {
  if (format === "pdf") return download(await personalDataDocument(statement), "pdf");
  if (format === "zip") return download(await archiveParticipant(id, statement), "zip");
  return Response.json(
    { personalData: statement },
    { headers: { "content-disposition": 'inline; filename="donnees-personnelles.json"' } },
  );
}

// No name in the file's own name: it stays in folders and mails that others see.
function download(bytes: Uint8Array, type: "pdf" | "zip"): Response {
  return answerFile({ name: `donnees-personnelles.${type}`, type: `application/${type}`, content: bytes });
}
