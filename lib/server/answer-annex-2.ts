import "server-only";
import type * as z from "zod";
import type { annex2QuerySchema } from "@/lib/schemas/api/annex-2";
import { applyAnnex2 } from "@/lib/services/registry/apply-annex-2";
import { checkAnnex2 } from "@/lib/services/registry/check-annex-2";
import type { AuthorizedOperation } from "./access";
import { errorResponse } from "./http";
import type { Upload } from "./read-uploads";

/** Checks or applies one annexe 2. 200 what it changes · 422 why not. */
export async function answerAnnex2(
  operation: AuthorizedOperation,
  upload: Upload,
  { effectDate, dryRun }: z.output<typeof annex2QuerySchema>,
): Promise<Response> {
  const result = dryRun
    ? { status: "checked" as const, ...(await checkAnnex2(operation, upload, effectDate)) }
    : await applyAnnex2(operation, operation.actor, upload, effectDate);
  const { effectDay, difference, problems, status } = result;
  const annex2 = {
    fileName: upload.name,
    effectDate: effectDay,
    difference,
    problems: problems.listed,
    errorCount: problems.errorCount,
    warningCount: problems.warningCount,
  };
  if (problems.errorCount > 0) return errorResponse(422, "ANNEX_2_REFUSED", annex2);
  return Response.json({ annex2: { status, ...annex2 } });
}
