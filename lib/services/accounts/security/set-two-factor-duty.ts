import "server-only";
import type { Actor, AuthorizedCollectivityId } from "@/lib/data/scope";
import { updateTwoFactorDuty } from "@/lib/data/two-factor-duty";

/** Whether a collectivity asks its administrators and officers for a second factor. */
export function setTwoFactorDuty(
  collectivityId: AuthorizedCollectivityId,
  isRequired: boolean,
  actor: Actor,
): Promise<void> {
  return updateTwoFactorDuty(collectivityId, isRequired, actor);
}
