import "server-only";
import { replaceApiKeyOfUser } from "@/lib/data/api-key-writing";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { newApiKeySecret } from "./new-api-key-secret";

/**
 * Gives a key a new secret with the same settings; the former one opens for a week more, or ends at once.
 *
 * @returns The new key, in clear, for the only time.
 * @throws {DomainError} UNKNOWN_API_KEY when the user has no such key, when it has ended or was replaced before.
 */
export async function replaceApiKey(
  userId: string,
  keyId: string,
  settings: { readonly actor: Actor; readonly now: Date; readonly endsAtOnce: boolean },
): Promise<{ readonly id: string; readonly key: string }> {
  const { key, kept } = newApiKeySecret();
  const replaced = await replaceApiKeyOfUser(userId, keyId, kept, settings);
  if (!replaced) throw new DomainError("UNKNOWN_API_KEY", "there is no such key to replace");
  return { ...replaced, key };
}
