import "server-only";
import { closeClimateAudit } from "@/lib/data/climate-audit-writing";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";

/**
 * Withdraws the request of a collectivity, cancels its audit or reopens its plan after it, whichever is open.
 *
 * @throws {DomainError} AUDIT_STEP_REFUSED when nothing is.
 */
export async function closeAudit(collectivityId: AuthorizedClimatePlanId, actor: Actor, reason: string): Promise<void> {
  await closeClimateAudit(collectivityId, actor, reason);
}
