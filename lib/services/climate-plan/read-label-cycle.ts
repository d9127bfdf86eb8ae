import "server-only";
import { findOpenAudit, type OpenAudit } from "@/lib/data/climate-audits";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import { type LabelCycleState, labelCycleState } from "@/lib/domain/scoring/label-cycle-state";

/** Where the request of a collectivity for a star stands. */
export async function readLabelCycle(collectivityId: AuthorizedClimatePlanId): Promise<LabelCycleState> {
  return cycleOf(await findOpenAudit(collectivityId));
}

/** The state of an open request; null is none. */
export function cycleOf(audit: Pick<OpenAudit, "startedAt" | "validatedAt"> | null): LabelCycleState {
  return labelCycleState({
    request: audit && { isDraft: false },
    audit: audit && { isStarted: audit.startedAt !== null, isValidated: audit.validatedAt !== null },
  });
}
