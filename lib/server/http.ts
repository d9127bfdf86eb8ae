import "server-only";
import * as z from "zod";
import { fr } from "zod/locales";
import { isDatabaseUnreachable } from "@/lib/data/is-database-unreachable";
import { DomainError, type DomainErrorCode } from "@/lib/domain/errors";
import { errorMessage } from "@/lib/format/error-message";
import { log } from "@/lib/log";
import { AccessError, type AccessErrorCode } from "./access-error";

const ACCESS_STATUS: Readonly<Record<AccessErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  TWO_FACTOR_DUE: 403,
  FORBIDDEN: 403,
  READ_ONLY_KEY: 403,
  MEASURES_ONLY_KEY: 403,
  FOREIGN_ORIGIN: 403,
  NOT_FOUND: 404,
  TOO_MANY_REQUESTS: 429,
};

// What is right in itself, but not now.
const CONFLICTS: ReadonlySet<DomainErrorCode> = new Set(["PLAN_UNDER_AUDIT", "PLAN_AUDITED", "AUDIT_STEP_REFUSED"]);

z.config(fr()); // whoever sent a malformed request reads what is wrong in French

const MAX_ISSUES = 20; // the first say what is wrong; a million say no more

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

// What HTTP itself asks for: how to identify oneself, how long to wait. [s]
const ERROR_HEADERS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { "www-authenticate": 'Bearer realm="Prorata"' },
  429: { "retry-after": "60" },
  503: { "retry-after": "10" },
};

/** The one shape of an error answer; `message` is French, `code` is stable. */
export function errorResponse(status: number, code: string, details?: unknown): Response {
  const message = errorMessage(code, details);
  const error = { code, message, ...(details === undefined ? {} : { details }) };
  return Response.json({ error }, { status, headers: { ...ERROR_HEADERS[status], ...waitHeader(details) } });
}

function waitHeader(details: unknown): Readonly<Record<string, string>> {
  const { waitSeconds } = (details ?? {}) as { readonly waitSeconds?: unknown };
  return typeof waitSeconds === "number" ? { "retry-after": String(waitSeconds) } : {};
}

/** What was looked for; nothing is a 404. */
export function requireFound<T>(found: T | null): T {
  if (found === null) throw new HttpError(404, "NOT_FOUND");
  return found;
}

/**
 * Turns what a route handler threw into an HTTP answer.
 *
 * Expected errors carry a stable code. Anything else is a bug: it is logged in
 * full and answered with no detail.
 */
export function toErrorResponse(error: unknown): Response {
  if (error instanceof AccessError) {
    const { waitSeconds } = error.details;
    return errorResponse(
      ACCESS_STATUS[error.code],
      error.code,
      waitSeconds === undefined ? undefined : { waitSeconds },
    );
  }
  if (error instanceof HttpError) {
    const hasDetails = Object.keys(error.details).length > 0;
    return errorResponse(error.status, error.code, hasDetails ? error.details : undefined);
  }
  if (error instanceof z.ZodError) {
    const issues = error.issues.slice(0, MAX_ISSUES).map(({ path, message }) => ({ path: path.join("."), message }));
    return errorResponse(400, "INVALID_REQUEST", { issues, issueCount: error.issues.length });
  }
  if (error instanceof DomainError && error.code === "TOO_MANY_ATTEMPTS") {
    return errorResponse(429, error.code, error.details);
  }
  if (error instanceof DomainError) {
    return errorResponse(CONFLICTS.has(error.code) ? 409 : 422, error.code, error.details);
  }
  if (isDatabaseUnreachable(error)) {
    log.error({ err: error }, "database unreachable");
    return errorResponse(503, "DATABASE_UNREACHABLE");
  }
  log.error({ err: error }, "unexpected error");
  return errorResponse(500, "INTERNAL");
}
