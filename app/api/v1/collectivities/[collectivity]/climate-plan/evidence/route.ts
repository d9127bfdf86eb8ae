import { joinDocumentSchema } from "@/lib/schemas/api/climate-evidence";
import { authorizeClimatePlanRequest } from "@/lib/server/authorize-climate-plan";
import { EVIDENCE_UPLOAD } from "@/lib/server/evidence-uploads";
import { HttpError, toErrorResponse } from "@/lib/server/http";
import { readUploadForm } from "@/lib/server/read-uploads";
import { describeClimateEvidence } from "@/lib/services/climate-plan/describe-climate-evidence";
import { joinClimateDocument } from "@/lib/services/climate-plan/join-climate-document";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/climate-plan/evidence">;

/** What proves the actions of a climate plan: documents and links by action, and the figures of the operations. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { id } = await authorizeClimatePlanRequest(request, (await params).collectivity, "read");
    return Response.json(await describeClimateEvidence(id));
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Joins a document to some actions. */
export async function POST(request: Request, { params }: Context) {
  try {
    const { id, actor } = await authorizeClimatePlanRequest(request, (await params).collectivity, "write");
    const { uploads, fields } = await readUploadForm(request, EVIDENCE_UPLOAD);
    const [upload] = uploads;
    if (!upload) throw new HttpError(400, "NO_FILE");
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const { nodes, name: _, ...words } = joinDocumentSchema.parse({ ...query, ...fields });
    const ids = await joinClimateDocument(id, actor, nodes, words, upload);
    return Response.json({ evidence: nodes.map((nodeId, n) => ({ id: ids[n], nodeId })) }, { status: 201 });
  } catch (error) {
    return toErrorResponse(error);
  }
}
