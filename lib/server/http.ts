import "server-only";
import * as z from "zod";
import { isDatabaseUnreachable } from "@/lib/data/is-database-unreachable";
import { DomainError } from "@/lib/domain/errors";
import { errorMessage } from "@/lib/format/error-message";
import { log } from "@/lib/log";
import { AccessError, type AccessErrorCode } from "./access";

const ACCESS_STATUS: Readonly<Record<AccessErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  READ_ONLY_KEY: 403,
  FOREIGN_ORIGIN: 403,
  NOT_FOUND: 404,
  TOO_MANY_REQUESTS: 429,
};

/** An expected refusal of an edge: too large, not the right type… */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(status: number, code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** The one shape of an error answer; `message` is French, `code` is stable. */
export function errorResponse(status: number, code: string, details?: unknown): Response {
  const message = errorMessage(code, details);
  return Response.json({ error: { code, message, ...(details === undefined ? {} : { details }) } }, { status });
}

/**
 * Turns what a route handler threw into an HTTP answer.
 *
 * Expected errors carry a stable code. Anything else is a bug: it is logged in
 * full and answered with no detail.
 */
export function toErrorResponse(error: unknown): Response {
  if (error instanceof AccessError) return errorResponse(ACCESS_STATUS[error.code], error.code);
  if (error instanceof HttpError) return errorResponse(error.status, error.code, error.details);
  if (error instanceof z.ZodError) {
    const issues = error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    return errorResponse(400, "INVALID_REQUEST", { issues });
  }
  if (error instanceof DomainError) return errorResponse(422, error.code, error.details);
  if (isDatabaseUnreachable(error)) {
    log.error({ err: error }, "database unreachable");
    return errorResponse(503, "DATABASE_UNREACHABLE");
  }
  log.error({ err: error }, "unexpected error");
  return errorResponse(500, "INTERNAL");
}
