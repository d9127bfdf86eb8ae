import "server-only";
import { countPlanEvents } from "@/lib/data/climate-plan-stamp";
import type { StampedSnapshot } from "@/lib/data/climate-snapshots";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import { freezeClimatePlan } from "./freeze-climate-plan";

// Somebody may write between the reading of the plan and the step; not for ever.
const MAX_TRIES = 5;

/**
 * Takes a step that keeps the plan as it stands: a plan written to since it was read is read again.
 *
 * @param name - Of what is kept.
 * @param step - False or null: the plan it was given no longer stands.
 * @returns What the step did.
 */
export async function withFrozenPlan<T>(
  collectivityId: AuthorizedClimatePlanId,
  name: string,
  step: (frozen: StampedSnapshot) => Promise<T | false | null>,
): Promise<T> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const stamp = await countPlanEvents(collectivityId);
    const content = await freezeClimatePlan(collectivityId);
    const done = await step({ stamp, snapshot: { name, reason: null, content } });
    if (done !== false && done !== null) return done;
  }
  throw new Error("the plan never stood still");
}
