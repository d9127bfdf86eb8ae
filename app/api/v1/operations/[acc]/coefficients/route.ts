import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { putCoefficientsBodySchema } from "@/lib/schemas/api/coefficients";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { describeDelivery, describeVersion } from "@/lib/services/coefficients/describe-coefficients";
import { listCoefficients } from "@/lib/services/coefficients/list-coefficients";
import { putKey } from "@/lib/services/coefficients/put-key";
import { putMonthCoefficients } from "@/lib/services/coefficients/put-month-coefficients";
import { readPointNames } from "@/lib/services/coefficients/read-point-names";

const MAX_BYTES = 50_000_000; // a month of a thousand consumers is some ten million

/** Versions of the key and monthly notifications. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/coefficients">) {
  try {
    const { id } = await authorizeOperationRequest(request, (await params).acc, "read");
    return Response.json(await listCoefficients(id, parisCivilDate(Date.now())));
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Writes a draft. 200 of a version of the key · 201 of the coefficients of a period. */
export async function PUT(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/coefficients">) {
  try {
    const { acc } = await params;
    const operation = await authorizeOperationRequest(request, acc, "write");
    const body = await readJsonBody(request, putCoefficientsBodySchema, MAX_BYTES);
    if ("periodFrom" in body) {
      const delivery = await putMonthCoefficients(operation, operation.actor, body);
      const headers = { location: `/api/v1/operations/${acc}/coefficients/deliveries/${delivery.id}` };
      return Response.json({ delivery: describeDelivery(delivery) }, { status: 201, headers });
    }
    const version = await putKey(operation, operation.actor, body);
    const { prmOf } = await readPointNames(operation.id);
    return Response.json({ version: describeVersion(version, parisCivilDate(Date.now()), prmOf) });
  } catch (error) {
    return toErrorResponse(error);
  }
}
