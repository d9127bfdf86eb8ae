import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { readListPage } from "@/lib/schemas/api/list-page";
import { newTenantChangeBodySchema } from "@/lib/schemas/api/tenant-changes";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { openTenantChange } from "@/lib/services/hlm/open-tenant-change";
import { type ReadTenantChange, readTenantChanges } from "@/lib/services/hlm/read-tenant-changes";

const MAX_BYTES = 1_000;

/** A page of the changes of tenant, and when each point comes back. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/tenant-changes">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const { rows, next } = await readTenantChanges(operation, readListPage(request));
    return Response.json({ tenantChanges: rows.map(toListed), next });
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Records that a tenant's contract ended. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/tenant-changes">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const { prm, endDay, noticeDay } = await readJsonBody(request, newTenantChangeBodySchema, MAX_BYTES);
    const left = {
      prm,
      endDay: civilDate(endDay),
      noticeDay: noticeDay === undefined ? null : civilDate(noticeDay),
      isConfirmed: true,
    };
    const result = await openTenantChange(operation, operation.actor, left, parisCivilDate(Date.now()));
    if (result.status !== "done") throw new Error("a departure that was agreed to is not written");
    const { id } = result;
    return Response.json({ tenantChange: { id } }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}

function toListed({ id, point, newTenant, state, returnDay, ...change }: ReadTenantChange) {
  const { endDay, endNoticeDay, serviceDay, serviceNoticeDay, refusalDay, abandonedDay } = change;
  const days = { endDay, endNoticeDay, serviceDay, serviceNoticeDay, refusalDay, abandonedDay };
  return { id, prm: point?.prm ?? null, ...days, newParticipantId: newTenant?.id ?? null, state, returnDay };
}
