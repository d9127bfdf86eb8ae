import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { newComplaintBodySchema } from "@/lib/schemas/api/complaints";
import { readListPage } from "@/lib/schemas/api/list-page";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { toListedComplaint } from "@/lib/server/to-listed-complaint";
import { readComplaints } from "@/lib/services/complaints/read-complaints";
import { recordComplaint } from "@/lib/services/complaints/record-complaint";

const MAX_BYTES = 40_000;

/** A page of the register of complaints, without what they say. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/complaints">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const page = readListPage(request);
    const { rows, next } = await readComplaints(operation, parisCivilDate(Date.now()), page);
    return Response.json({ complaints: rows.map(toListedComplaint), next });
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Records a complaint. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/complaints">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const { participantId = null, ...body } = await readJsonBody(request, newComplaintBodySchema, MAX_BYTES);
    const complaint = {
      ...body,
      participantId,
      senderName: participantId === null ? body.senderName : null,
      receivedDay: civilDate(body.receivedDay),
    };
    const id = await recordComplaint(operation.id, operation.actor, complaint, parisCivilDate(Date.now()));
    return Response.json({ complaint: { id } }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
