import { logoQuerySchema } from "@/lib/schemas/api/logo-routes";
import { authorizeCollectivityRequest } from "@/lib/server/authorize-collectivity-request";
import { HttpError, requireFound, toErrorResponse } from "@/lib/server/http";
import { LOGO_UPLOAD } from "@/lib/server/logo-uploads";
import { readLogoRequest } from "@/lib/server/read-logo-request";
import { readUploads } from "@/lib/server/read-uploads";
import { setLogo } from "@/lib/services/logo/set-logo";

type Context = RouteContext<"/api/v1/collectivities/[collectivity]/logo">;

/** The logo of a collectivity, as what its bytes were found to be: nothing in it is ever run. */
export async function GET(request: Request, { params }: Context) {
  try {
    const { content, format } = requireFound(await readLogoRequest(request, (await params).collectivity));
    const headers = {
      "content-type": `image/${format}`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, max-age=300",
    };
    return new Response(Uint8Array.from(content), { headers });
  } catch (error) {
    return toErrorResponse(error);
  }
}

/** Gives a collectivity its logo. */
export async function POST(request: Request, { params }: Context) {
  try {
    const { id, actor } = await authorizeCollectivityRequest(request, (await params).collectivity, "write");
    const { altText } = logoQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const [upload] = await readUploads(request, LOGO_UPLOAD);
    if (!upload) throw new HttpError(400, "NO_FILE");
    await setLogo(id, actor, upload.bytes, altText);
    return Response.json({ saved: true });
  } catch (error) {
    return toErrorResponse(error);
  }
}
