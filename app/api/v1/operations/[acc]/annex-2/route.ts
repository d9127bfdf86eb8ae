import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { annex2ExportQuerySchema, annex2QuerySchema, XLSX_TYPE } from "@/lib/schemas/api/annex-2";
import { authorizeOperationRequest } from "@/lib/server/access";
import { ANNEX_2_UPLOAD } from "@/lib/server/annex-2-uploads";
import { answerAnnex2 } from "@/lib/server/answer-annex-2";
import { answerFile } from "@/lib/server/answer-file";
import { HttpError, toErrorResponse } from "@/lib/server/http";
import { readUploads } from "@/lib/server/read-uploads";
import { exportAnnex2 } from "@/lib/services/registry/export-annex-2";

/** The registry on a day as the workbook Enedis reads. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/annex-2">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const { date, key } = annex2ExportQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { name, bytes } = await exportAnnex2(operation, date ?? null, parisCivilDate(Date.now()), key);
    return answerFile({ name, type: XLSX_TYPE, content: bytes });
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Checks an annexe 2, or makes it hold from a day on, whole or not at all. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/annex-2">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "write");
    const query = annex2QuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const [upload] = await readUploads(request, ANNEX_2_UPLOAD);
    if (!upload) throw new HttpError(400, "NO_FILE");
    return await answerAnnex2(operation, upload, query);
  } catch (error) {
    return toErrorResponse(error);
  }
}
