import "server-only";
import { type ApiKeySheet, listApiKeysOfUser } from "@/lib/data/api-keys";

/** The keys of a user; the keys themselves cannot be read back. */
export function listApiKeys(userId: string): Promise<readonly ApiKeySheet[]> {
  return listApiKeysOfUser(userId);
}
