import "server-only";
import { deleteLogo } from "@/lib/data/collectivity-logos";
import type { Actor, AuthorizedCollectivityId } from "@/lib/data/scope";

/** Takes the logo of a collectivity away. @returns False when there was none. */
export async function removeLogo(collectivityId: AuthorizedCollectivityId, actor: Actor): Promise<boolean> {
  return deleteLogo(collectivityId, actor);
}
