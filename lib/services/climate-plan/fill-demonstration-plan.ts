import "server-only";
import { listClimateNotes } from "@/lib/data/climate-notes";
import { findClimateProfile } from "@/lib/data/climate-profiles";
import { listClimateStatuses } from "@/lib/data/climate-statuses";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import {
  DEMONSTRATION_NOTES,
  DEMONSTRATION_PROFILE,
  DEMONSTRATION_STATUSES,
} from "@/lib/domain/demonstration/demonstration-plan";
import { answerClimateProfile } from "./answer-climate-profile";
import { readClimateReferential } from "./read-climate-referential";
import { readLabelCycle } from "./read-label-cycle";
import { setClimateNotes } from "./set-climate-notes";
import { setClimateStatuses } from "./set-climate-statuses";

/** Begins the climate plan of the demonstration; what is there stays as it is. */
export async function fillDemonstrationPlan(collectivityId: AuthorizedClimatePlanId, actor: Actor): Promise<void> {
  if ((await findClimateProfile(collectivityId)) === null) {
    await answerClimateProfile(collectivityId, actor, DEMONSTRATION_PROFILE);
  }
  if ((await listClimateStatuses(collectivityId)).size === 0) {
    await setClimateStatuses(collectivityId, actor, DEMONSTRATION_STATUSES);
  }
  if ((await listClimateNotes(collectivityId)).size > 0 || !(await isAsShipped(collectivityId))) return;
  await setClimateNotes(collectivityId, actor, DEMONSTRATION_NOTES);
}

/** Whoever imported another text, or asked for a star, is past the demonstration. */
async function isAsShipped(collectivityId: AuthorizedClimatePlanId): Promise<boolean> {
  const { importedAtMs } = await readClimateReferential(collectivityId);
  return importedAtMs === null && (await readLabelCycle(collectivityId)) === "not_requested";
}
