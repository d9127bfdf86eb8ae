import { annex2QuerySchema } from "@/lib/schemas/api/annex-2";
import { authenticateWriter, authorizeCaller } from "@/lib/server/access";
import { ANNEX_2_UPLOADS } from "@/lib/server/annex-2-uploads";
import { answerAnnex2 } from "@/lib/server/answer-annex-2";
import type { Caller } from "@/lib/server/authenticate";
import { HttpError, toErrorResponse } from "@/lib/server/http";
import { readUploads, type Upload } from "@/lib/server/read-uploads";
import { findNamedOperation } from "@/lib/services/registry/find-named-operation";

type Query = Parameters<typeof answerAnnex2>[2];

/** Several annexes 2 of several operations: each is answered by itself, and the refusal of one stops no other. */
export async function POST(request: Request) {
  try {
    const caller = await authenticateWriter(request);
    const query = annex2QuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const uploads = await readUploads(request, ANNEX_2_UPLOADS);
    const results = [];
    for (const upload of uploads) results.push(await answerOne(caller, upload, query));
    return Response.json({ results });
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** The very answer its own route would give. */
async function answerOne(caller: Caller, upload: Upload, query: Query) {
  const response = await answerNamed(caller, upload, query).catch(toErrorResponse);
  return { fileName: upload.name, status: response.status, ...(await response.json()) };
}

async function answerNamed(caller: Caller, upload: Upload, query: Query): Promise<Response> {
  const accNumber = findNamedOperation(upload.name);
  if (accNumber === null) throw new HttpError(422, "UNNAMED_OPERATION");
  return answerAnnex2(await authorizeCaller(caller, accNumber, "write"), upload, query);
}
