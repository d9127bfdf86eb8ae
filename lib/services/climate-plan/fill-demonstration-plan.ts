import "server-only";
import { listClimateNotes } from "@/lib/data/climate-notes";
import { findClimateProfile } from "@/lib/data/climate-profiles";
import { listClimateStatuses } from "@/lib/data/climate-statuses";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import {
  DEMONSTRATION_FIRST_STATUSES,
  DEMONSTRATION_NOTES,
  DEMONSTRATION_PROFILE,
  DEMONSTRATION_STATUSES,
} from "@/lib/domain/demonstration/demonstration-plan";
import { answerClimateProfile } from "./answer-climate-profile";
import { keepDemonstrationWinter } from "./fill-demonstration-snapshots";
import { readClimateReferential } from "./read-climate-referential";
import { readLabelCycle } from "./read-label-cycle";
import { setClimateNotes } from "./set-climate-notes";
import { setClimateStatuses } from "./set-climate-statuses";

/** Begins the climate plan of the demonstration; what is there stays as it is. */
export async function fillDemonstrationPlan(collectivityId: AuthorizedClimatePlanId, actor: Actor): Promise<void> {
  if ((await findClimateProfile(collectivityId)) === null) {
    await answerClimateProfile(collectivityId, actor, DEMONSTRATION_PROFILE);
  }
  if (!(await isAsShipped(collectivityId))) return;
  if (await isAtWinter(collectivityId)) {
    await keepDemonstrationWinter(collectivityId, actor);
    await setClimateStatuses(collectivityId, actor, DEMONSTRATION_STATUSES);
  }
  if ((await listClimateNotes(collectivityId)).size === 0) {
    await setClimateNotes(collectivityId, actor, DEMONSTRATION_NOTES);
  }
}

/** Nothing is answered yet but what was in winter. */
async function isAtWinter(collectivityId: AuthorizedClimatePlanId): Promise<boolean> {
  const answered = await listClimateStatuses(collectivityId);
  return [...answered].every(([id, { status }]) => DEMONSTRATION_FIRST_STATUSES.get(id)?.status === status);
}

/** Whoever imported another text, or asked for a star, is past the demonstration. */
async function isAsShipped(collectivityId: AuthorizedClimatePlanId): Promise<boolean> {
  const { importedAtMs } = await readClimateReferential(collectivityId);
  return importedAtMs === null && (await readLabelCycle(collectivityId)) === "not_requested";
}
