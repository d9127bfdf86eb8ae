import type * as z from "zod";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { coefficientPreviewBodySchema } from "@/lib/schemas/api/coefficient-preview";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { readJsonBody } from "@/lib/server/read-json-body";
import { describePreview } from "@/lib/services/coefficients/describe-preview";
import { previewOperationKey, type TriedKey } from "@/lib/services/coefficients/preview-operation-key";

const PPM_PER_PERCENT = 10_000;
const MAX_BYTES = 1_000_000; // a thousand shares are a tenth of it

/** Tries a key on the operation's own curves; keeps nothing. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/v1/operations/[acc]/coefficients/preview">,
) {
  try {
    const { acc } = await params;
    const operation = await authorizeOperationRequest(request, acc, "read");
    const body = await readJsonBody(request, coefficientPreviewBodySchema, MAX_BYTES);
    const preview = await previewOperationKey(operation, parisCivilDate(Date.now()), triedKeyOf(body));
    return Response.json({ preview: describePreview(preview) });
  } catch (error) {
    return toErrorResponse(error);
  }
}

function triedKeyOf(body: z.output<typeof coefficientPreviewBodySchema>): TriedKey {
  switch (body.kind) {
    case "default":
      return body;
    case "static":
      return { kind: "static", ppmByPrm: new Map(Object.entries(body.ppm)) };
    case "dynamic_simple":
      return { kind: "dynamic_simple", rule: body.rule, unitPpm: PPM_PER_PERCENT / 10 ** body.decimals };
  }
}
