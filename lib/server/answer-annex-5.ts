import "server-only";
import type * as z from "zod";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { ANNEX_5_RAW_TYPES, type annex5AnswerSchema, type annex5QuerySchema } from "@/lib/schemas/api/annex-5";
import type { Annex5Export } from "@/lib/services/coefficients/export-annex-5";
import { type Annex5Import, importAnnex5 } from "@/lib/services/coefficients/import-annex-5";
import { reportOperatorCoefficients } from "@/lib/services/coefficients/report-operator-coefficients";
import type { AuthorizedOperation } from "./access";
import { answerFile } from "./answer-file";
import { errorResponse } from "./http";
import type { Upload, UploadRules } from "./read-uploads";

/** One file of coefficients: a month of 1 000 consumers at four decimals is 13 MB. */
export const ANNEX_5_UPLOAD: UploadRules = {
  rawTypes: new Set(ANNEX_5_RAW_TYPES),
  requestBytes: 51_000_000,
  fileBytes: 50_000_000,
  files: 1,
};

type Answer = z.output<typeof annex5AnswerSchema>;

/**
 * Checks a file of coefficients, or makes it the key of its month. 200 what was read · 422 why not.
 *
 * @param day - Today.
 */
export async function answerAnnex5(
  operation: AuthorizedOperation,
  { name, bytes }: Upload,
  { from, dryRun }: z.output<typeof annex5QuerySchema>,
  day: CivilDate,
): Promise<Response> {
  const upload = { name, chunks: [bytes] };
  return answer(name, await importAnnex5(operation, operation.actor, upload, { from, dryRun }, day));
}

/**
 * Keeps the coefficients that the operator says it used. 200 what was read · 422 why not.
 *
 * @param from - First day of the period.
 * @param day - Today.
 */
export async function answerReportedCoefficients(
  operation: AuthorizedOperation,
  { name, bytes }: Upload,
  from: CivilDate,
  day: CivilDate,
): Promise<Response> {
  const upload = { name, chunks: [bytes] };
  return answer(name, await reportOperatorCoefficients(operation, operation.actor, upload, from, day));
}

function answer(fileName: string, { status, period, reading, deliveryId }: Annex5Import): Response {
  const { listed, errorCount, warningCount } = reading.problems;
  const read = { fileName, ...period, problems: [...listed], errorCount, warningCount };
  if (status === "refused") return errorResponse(422, "ANNEX_5_REFUSED", read);
  const counts = { rowCount: reading.rowCount, consumerCount: reading.prms.length };
  return Response.json({ annex5: { status, deliveryId, ...read, ...counts } } satisfies Answer);
}

/** A file of coefficients as a download, a day of it in memory at a time. */
export function streamAnnex5({ name, pieces }: Annex5Export): Response {
  return answerFile({ name, type: "text/plain; charset=utf-8", content: encodePieces(pieces) });
}

async function* encodePieces(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of pieces) yield encoder.encode(text);
}
