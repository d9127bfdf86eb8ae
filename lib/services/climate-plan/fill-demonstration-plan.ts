import "server-only";
import { findClimateProfile } from "@/lib/data/climate-profiles";
import { listClimateStatuses } from "@/lib/data/climate-statuses";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import { DEMONSTRATION_PROFILE, DEMONSTRATION_STATUSES } from "@/lib/domain/demonstration/demonstration-plan";
import { answerClimateProfile } from "./answer-climate-profile";
import { setClimateStatuses } from "./set-climate-statuses";

/** Begins the climate plan of the demonstration; what is there stays as it is. */
export async function fillDemonstrationPlan(collectivityId: AuthorizedClimatePlanId, actor: Actor): Promise<void> {
  if ((await findClimateProfile(collectivityId)) === null) {
    await answerClimateProfile(collectivityId, actor, DEMONSTRATION_PROFILE);
  }
  if ((await listClimateStatuses(collectivityId)).size > 0) return;
  await setClimateStatuses(collectivityId, actor, DEMONSTRATION_STATUSES);
}
