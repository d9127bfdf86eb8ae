import { perimeterFileQuerySchema } from "@/lib/schemas/api/perimeter-file";
import { authorizeOperationRequest } from "@/lib/server/access";
import { answerPerimeterFile, PERIMETER_FILE_UPLOAD } from "@/lib/server/answer-perimeter-file";
import { HttpError, toErrorResponse } from "@/lib/server/http";
import { readUploads } from "@/lib/server/read-uploads";

/** Compares the operator's perimeter with the registry; changes neither. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]/perimeter-file">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    perimeterFileQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const [upload] = await readUploads(request, PERIMETER_FILE_UPLOAD);
    if (!upload) throw new HttpError(400, "NO_FILE");
    return await answerPerimeterFile(operation, upload);
  } catch (error) {
    return toErrorResponse(error);
  }
}
