import "server-only";
import { AccessError } from "./access-error";
import type { Caller } from "./authenticate";

/**
 * Refuses what another site made a browser ask for: a cookie travels with requests other sites cause, a key does not.
 *
 * @throws {AccessError} FOREIGN_ORIGIN.
 */
export function assertOwnOrigin(request: Request, caller: Caller): void {
  if (caller.actor.via !== "session" || request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  // A sandboxed page sends the word « null », which is no address.
  if (origin === null || !URL.canParse(origin) || new URL(origin).host !== host) {
    throw new AccessError("FOREIGN_ORIGIN");
  }
}
