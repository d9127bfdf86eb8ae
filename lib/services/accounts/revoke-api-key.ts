import "server-only";
import { deleteApiKey } from "@/lib/data/api-key-writing";
import type { Actor } from "@/lib/data/scope";

/** Revokes one of a user's own keys; says whether there was one. */
export function revokeApiKey(userId: string, keyId: string, actor: Actor): Promise<boolean> {
  return deleteApiKey(userId, keyId, actor);
}
