import "server-only";
import { headers } from "next/headers";
import { type AuthorizedClimatePlan, authenticateRequest, authorizeCallerInPlan } from "./access";
import { authenticatePerson } from "./authenticate";
import type { PlanPermission } from "./permissions";

/**
 * Proves that the caller of a server action may act in the climate plan of a collectivity.
 *
 * @throws {AccessError} UNAUTHENTICATED, NOT_FOUND, FORBIDDEN or READ_ONLY_KEY.
 */
export async function authorizeClimatePlan(id: string, permission: PlanPermission): Promise<AuthorizedClimatePlan> {
  return authorizeCallerInPlan(await authenticatePerson(await headers()), id, permission);
}

/**
 * The same proof for route handlers; an unknown collectivity and somebody else's answer alike.
 *
 * @throws {AccessError} UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, READ_ONLY_KEY, FOREIGN_ORIGIN or TOO_MANY_REQUESTS.
 */
export async function authorizeClimatePlanRequest(
  request: Request,
  id: string,
  permission: PlanPermission,
): Promise<AuthorizedClimatePlan> {
  return authorizeCallerInPlan(await authenticateRequest(request), id, permission);
}
