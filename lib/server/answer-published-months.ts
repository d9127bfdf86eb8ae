import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";
import type { publishedMonthsSchema } from "@/lib/schemas/api/publication-routes";
import { operationAddressSchema } from "@/lib/schemas/operation";
import { listPublicMonths } from "@/lib/services/publishing/list-public-months";
import { readPublication } from "@/lib/services/publishing/read-publication";
import { answerFile } from "./answer-file";
import { requireFound, toErrorResponse } from "./http";
import { takePublicCall } from "./take-public-call";

type Format = {
  readonly type: string;
  /** Of the file's name. */
  readonly extension: string;
  readonly write: (months: z.infer<typeof publishedMonthsSchema>) => string;
};

/**
 * The published months of an operation in a format, for anybody. A cache before us may keep it for a minute; ours is read
 * each time, so that what is switched off is gone at once.
 */
export async function answerPublishedMonths(request: Request, slug: string, format: Format): Promise<Response> {
  try {
    takePublicCall(request.headers, Date.now());
    const isAddress = operationAddressSchema.safeParse(slug).success;
    const { operation, figures } = requireFound(isAddress ? await readPublication(slug) : null);
    const body = format.write(listPublicMonths(operation, figures));
    const headers = {
      etag: `"${createHash("sha256").update(body).digest("base64url")}"`,
      "cache-control": "public, max-age=0, s-maxage=60, must-revalidate", // next.config.mjs says the same, for errors too
      "access-control-allow-origin": "*",
    };
    if (request.headers.get("if-none-match") === headers.etag) return new Response(null, { status: 304, headers });
    return answerFile(
      { name: `${operation.slug}-mois.${format.extension}`, type: format.type, content: body },
      headers,
    );
  } catch (error) {
    return toErrorResponse(error);
  }
}
