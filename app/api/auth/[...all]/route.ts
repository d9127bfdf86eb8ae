import { toNextJsHandler } from "better-auth/next-js";
import { errorResponse, toErrorResponse } from "@/lib/server/http";
import { auth } from "@/lib/services/auth";

// The library serves many more paths; what no screen of ours uses stays closed.
const OPEN_PATHS = new Set(["/api/auth/sign-in/email", "/api/auth/sign-out", "/api/auth/get-session"]);

const handler = toNextJsHandler(auth);

export async function GET(request: Request): Promise<Response> {
  return answer(request, handler.GET);
}

export async function POST(request: Request): Promise<Response> {
  return answer(request, handler.POST);
}

async function answer(request: Request, handle: (request: Request) => Promise<Response>): Promise<Response> {
  if (!OPEN_PATHS.has(new URL(request.url).pathname)) return errorResponse(404, "NOT_FOUND");
  try {
    return await handle(request);
  } catch (error) {
    return toErrorResponse(error);
  }
}
