import { openApiDocument } from "@/lib/schemas/api/openapi-document";

/** The description of this interface for machines; the same for everybody, made at build time. */
export async function GET() {
  return Response.json(openApiDocument());
}
