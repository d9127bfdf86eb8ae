import "server-only";
import { insertAuditEvent } from "@/lib/data/audit-events";
import type { Actor } from "@/lib/data/scope";
import { auth } from "@/lib/services/auth";

export type ApiKeyScope = "read" | "write";

/**
 * Makes a key that acts in a user's name.
 *
 * @returns The key itself, in clear, for the only time: a hash of it is stored.
 */
export async function createApiKey(
  userId: string,
  { name, scope }: { readonly name: string; readonly scope: ApiKeyScope },
  actor: Actor,
): Promise<{ readonly id: string; readonly key: string }> {
  const { id, key } = await auth.api.createApiKey({
    body: { userId, name, permissions: { prorata: scope === "write" ? ["read", "write"] : ["read"] } },
  });
  await insertAuditEvent({
    actor,
    action: "create.api_key",
    objectType: "api_key",
    objectId: id,
    after: { userId, scope },
  });
  return { id, key };
}
