import "server-only";
import { type ClimateAudit, listClimateAudits } from "@/lib/data/climate-audits";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { LabelCycleState } from "@/lib/domain/scoring/label-cycle-state";
import { cycleOf } from "./read-label-cycle";

export type AuditList = {
  readonly state: LabelCycleState;
  /** The open one, or null. */
  readonly open: ClimateAudit | null;
  /** The latest first. */
  readonly audits: readonly ClimateAudit[];
};

/** The requests of a collectivity for a star, and where the open one stands. */
export async function listAudits(collectivityId: AuthorizedClimatePlanId): Promise<AuditList> {
  const audits = await listClimateAudits(collectivityId);
  const open = audits.find(({ closedAt }) => closedAt === null) ?? null;
  return { state: cycleOf(open), open, audits };
}
