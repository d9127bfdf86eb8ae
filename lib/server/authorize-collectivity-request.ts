import "server-only";
import { type AuthorizedCollectivity, authenticateRequest, authorizeCallerIn } from "./access";
import type { Permission } from "./permissions";

/**
 * Proves that the caller of a route handler may act in a collectivity; an unknown one and somebody else's answer alike.
 *
 * @throws {AccessError} UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, READ_ONLY_KEY, FOREIGN_ORIGIN or TOO_MANY_REQUESTS.
 */
export async function authorizeCollectivityRequest(
  request: Request,
  id: string,
  permission: Permission,
): Promise<AuthorizedCollectivity> {
  return authorizeCallerIn(await authenticateRequest(request), id, permission);
}
