import "server-only";
import { deleteApiKeyOfCollectivity } from "@/lib/data/api-key-writing";
import type { Actor, AuthorizedCollectivityId } from "@/lib/data/scope";

/** Revokes a key that acts in a collectivity, whoever made it; says whether there was one. */
export function revokeCollectivityKey(
  collectivityId: AuthorizedCollectivityId,
  keyId: string,
  actor: Actor,
): Promise<boolean> {
  return deleteApiKeyOfCollectivity(collectivityId, keyId, actor);
}
