import "server-only";
import { validateClimateAudit } from "@/lib/data/climate-audit-writing";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import { withFrozenPlan } from "./with-frozen-plan";

/**
 * Validates the audit of its auditor, and keeps the plan as he leaves it: the state after the audit.
 *
 * @throws {DomainError} AUDIT_STEP_REFUSED unless the actor's audit is under way.
 */
export async function validateAudit(collectivityId: AuthorizedClimatePlanId, actor: Actor): Promise<void> {
  await withFrozenPlan(collectivityId, "Après l’audit", (frozen) =>
    validateClimateAudit(collectivityId, actor, frozen),
  );
}
