import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { newLetterBodySchema } from "@/lib/schemas/api/letters";
import { readListPage } from "@/lib/schemas/api/list-page";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { type ReadLetter, readLetters } from "@/lib/services/letters/read-letters";
import { recordLetter } from "@/lib/services/letters/record-letter";

const MAX_BYTES = 10_000;

/** A page of the operator's letters, where each stands, and what is left to do. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/letters">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const { rows, next } = await readLetters(operation, parisCivilDate(Date.now()), readListPage(request));
    return Response.json({ letters: rows.map(toListed), next });
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Records a letter of the operator. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/letters">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const body = await readJsonBody(request, newLetterBodySchema, MAX_BYTES);
    const { receivedDay, sentDay, effectDay, meteringPointId = null } = body;
    const letter = {
      ...body,
      meteringPointId,
      receivedDay: civilDate(receivedDay),
      sentDay: sentDay ? civilDate(sentDay) : null,
      effectDay: effectDay ? civilDate(effectDay) : null,
    };
    const id = await recordLetter(operation.id, operation.actor, letter, parisCivilDate(Date.now()));
    return Response.json({ letter: { id } }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}

function toListed({ id, kind, receivedDay, sentDay, effectDay, takesEffectOn, point, ...letter }: ReadLetter) {
  const { isImmediate, reference, state, deadline: running } = letter;
  const deadline = running && { rule: running.rule, actor: running.actor, dueDay: running.dueDay };
  const days = { receivedDay, sentDay, effectDay, takesEffectOn };
  return { id, kind, ...days, prm: point?.prm ?? null, isImmediate, reference, state, deadline };
}
