import "server-only";
import { startClimateAudit } from "@/lib/data/climate-audit-writing";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import { findUserByEmail } from "@/lib/data/users";
import { DomainError } from "@/lib/domain/errors";
import { withFrozenPlan } from "./with-frozen-plan";

/**
 * Starts the audit of the request of a collectivity, and keeps the plan as the auditor finds it. Only he answers from
 * then on.
 *
 * @param email - Of an account of the installation that is not of the collectivity.
 * @throws {DomainError} UNKNOWN_AUDITOR, AUDITOR_IS_MEMBER or AUDIT_STEP_REFUSED.
 */
export async function startAudit(collectivityId: AuthorizedClimatePlanId, actor: Actor, email: string): Promise<void> {
  const auditor = await findUserByEmail(email);
  if (!auditor) throw new DomainError("UNKNOWN_AUDITOR", "no account", { details: { field: "email" } });
  await withFrozenPlan(collectivityId, "Avant l’audit", (frozen) =>
    startClimateAudit(collectivityId, actor, auditor.id, frozen),
  );
}
