import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { type AuthorizedOperation, authorizeOperationRequest } from "./access";
import { answerFile } from "./answer-file";
import { requireFound, toErrorResponse } from "./http";
import { isUuid } from "./is-uuid";
import { noteConsultation } from "./note-consultation";

type Letter = { readonly name: string; readonly bytes: Uint8Array };

/** Draws a letter to sign about something of an operation, for whoever may write; `build` answers null for nothing of it. */
export async function answerLetter(
  request: Request,
  params: Promise<{ acc: string; id: string }>,
  build: (operation: AuthorizedOperation, id: string, today: CivilDate) => Promise<Letter | null>,
): Promise<Response> {
  try {
    const { acc, id } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const letter = requireFound(isUuid(id) ? await build(operation, id, parisCivilDate(Date.now())) : null);
    await noteConsultation(operation, "file", id);
    return answerFile({ name: letter.name, type: "application/pdf", content: letter.bytes });
  } catch (error) {
    return toErrorResponse(error);
  }
}
