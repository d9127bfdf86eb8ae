import "server-only";
import { type CollectivityKeySheet, listApiKeysOfCollectivity } from "@/lib/data/api-keys";
import type { AuthorizedCollectivityId } from "@/lib/data/scope";

/** The keys that act in a collectivity, with the name of their owner; the keys themselves cannot be read back. */
export function listCollectivityKeys(
  collectivityId: AuthorizedCollectivityId,
): Promise<readonly CollectivityKeySheet[]> {
  return listApiKeysOfCollectivity(collectivityId);
}
