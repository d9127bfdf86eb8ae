import { type ApiRequestOptions, apiRequest } from "./api-request";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type RouteModule = Readonly<Record<string, Handler | undefined>>;

const ROUTES = import.meta.glob<RouteModule>("../../app/api/v1/**/route.ts");

/** Sends a request to the route handler that Next.js would give it to. */
export async function callApi(path: string, options: ApiRequestOptions = {}): Promise<Response> {
  const request = apiRequest(path, options);
  const { pathname } = new URL(request.url);
  for (const [file, load] of Object.entries(ROUTES)) {
    const params = matchRoute(file, pathname);
    const handler = params && (await load())[request.method];
    if (handler) return handler(request, { params: Promise.resolve(params) });
  }
  throw new Error(`no route handler for ${request.method} ${pathname}`);
}

function matchRoute(file: string, pathname: string): Record<string, string> | null {
  const folders = file.replace("../../app/", "").replace("/route.ts", "").split("/");
  const parts = pathname.slice(1).split("/").map(decodeURIComponent);
  if (folders.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, folder] of folders.entries()) {
    const part = parts[index] as string;
    const name = /^\[(\w+)\]$/.exec(folder)?.[1];
    if (name) params[name] = part;
    else if (folder !== part) return null;
  }
  return params;
}
