import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { newContactChangeBodySchema } from "@/lib/schemas/api/contact-changes";
import { PARTY_SCHEMAS } from "@/lib/schemas/operation-sheet";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { readContactChanges } from "@/lib/services/contacts/read-contact-changes";
import { recordContactChange } from "@/lib/services/contacts/record-contact-change";

const MAX_BYTES = 20_000;

/** Every change of contacts that was told, and when each binds. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/contact-changes">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const { changes } = await readContactChanges(operation.id);
    return Response.json({ contactChanges: changes.map(({ operationId: _, ...change }) => change) });
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Records that the other party was told of new details. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/contact-changes">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const { role, noticeDay, ...typed } = await readJsonBody(request, newContactChangeBodySchema, MAX_BYTES);
    const schema = PARTY_SCHEMAS[role];
    const empty = Object.fromEntries(Object.keys(schema.shape).map((field) => [field, ""]));
    const change = { role, noticeDay: civilDate(noticeDay), details: schema.parse({ ...empty, ...typed }) };
    const now = new Date();
    const clock = { now, today: parisCivilDate(now.getTime()) };
    const id = await recordContactChange(operation, operation.actor, change, clock);
    return Response.json({ contactChange: { id } }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
