import "server-only";
import type { StampedSnapshot } from "@/lib/data/climate-audit-writing";
import { countPlanEvents } from "@/lib/data/climate-plan-stamp";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import { freezeClimatePlan } from "./freeze-climate-plan";

// Somebody may write between the reading of the plan and the step; not for ever.
const MAX_TRIES = 5;

/**
 * Takes a step of an audit that keeps the plan as it stands: a plan written to since it was read is read again.
 *
 * @param name - Of what is kept.
 * @param step - False: the plan it was given no longer stands.
 */
export async function withFrozenPlan(
  collectivityId: AuthorizedClimatePlanId,
  name: string,
  step: (frozen: StampedSnapshot) => Promise<boolean>,
): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const stamp = await countPlanEvents(collectivityId);
    const content = await freezeClimatePlan(collectivityId);
    if (await step({ stamp, snapshot: { name, reason: null, content } })) return;
  }
  throw new Error("the plan never stood still");
}
