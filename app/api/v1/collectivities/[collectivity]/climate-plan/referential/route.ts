import { importReferentialQuerySchema } from "@/lib/schemas/api/climate-plan";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { HttpError, toErrorResponse } from "@/lib/server/http";
import { readUploads, type UploadRules } from "@/lib/server/read-uploads";
import { importClimateReferential } from "@/lib/services/climate-plan/import-climate-referential";
import { REFERENTIAL_LIMITS } from "@/lib/services/climate-plan/referential-limits";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/referential">;

const RULES: UploadRules = {
  rawTypes: new Set(["text/markdown", "text/plain", "application/zip", "application/octet-stream"]),
  requestBytes: REFERENTIAL_LIMITS.requestBytes,
  fileBytes: REFERENTIAL_LIMITS.requestBytes,
  files: REFERENTIAL_LIMITS.files,
};

/** Puts the text that is sent in the place of the referential; with `dryRun=true`, only says what it would do. */
export async function POST(request: Request, { params }: Context) {
  try {
    const collectivity = await authorizeClimatePlanRequest(request, (await params).collectivity, "write");
    const { dryRun } = importReferentialQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const uploads = await readUploads(request, RULES);
    const result = await importClimateReferential(collectivity.id, collectivity.actor, uploads, dryRun);
    if (result.errorCount > 0) throw new HttpError(422, "REFERENTIAL_REFUSED", result);
    return Response.json(result);
  } catch (error) {
    return toErrorResponse(error);
  }
}
