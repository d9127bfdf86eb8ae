import { connection } from "next/server";
import { errorResponse } from "@/lib/server/http";
import { writeSecurityText } from "@/lib/server/security-text";

/** How to report a flaw (RFC 9116); not there where nobody is named for it. */
export async function GET(): Promise<Response> {
  await connection(); // settings and clock are those of the request, not of the build
  const text = writeSecurityText(new Date());
  if (text === null) return errorResponse(404, "NOT_FOUND");
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
