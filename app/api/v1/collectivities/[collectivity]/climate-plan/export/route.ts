import { climateExportQuerySchema } from "@/lib/schemas/api/climate-export-routes";
import { answerFile } from "@/lib/server/answer-file";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { requireFound, toErrorResponse } from "@/lib/server/http";
import { isUuid } from "@/lib/server/is-uuid";
import { buildClimateExport } from "@/lib/services/climate-plan/build-climate-export";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/export">;

/** The climate plan of a collectivity as a file: as it stands, or as a snapshot kept it. */
export async function GET(request: Request, { params }: Context) {
  try {
    const collectivity = await authorizeClimatePlanRequest(request, (await params).collectivity, "read");
    const query = new URL(request.url).searchParams;
    const { format, snapshot } = climateExportQuerySchema.parse(Object.fromEntries(query));
    const isKnown = snapshot === undefined || isUuid(snapshot);
    const file = isKnown && (await buildClimateExport(collectivity, format, snapshot ?? null, Date.now()));
    return answerFile(requireFound(file || null));
  } catch (error) {
    return toErrorResponse(error);
  }
}
