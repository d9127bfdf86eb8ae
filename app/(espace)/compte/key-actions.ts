"use server";

import { refresh } from "next/cache";
import type { ActionState } from "@/lib/schemas/action-state";
import { createApiKeySchema, replaceApiKeySchema, revokeApiKeySchema } from "@/lib/schemas/api-key";
import { authenticateSession } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { createApiKey } from "@/lib/services/accounts/create-api-key";
import { replaceApiKey } from "@/lib/services/accounts/replace-api-key";
import { revokeApiKey } from "@/lib/services/accounts/revoke-api-key";

/** On success `message` is the key, shown once. */
export async function createApiKeyAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const request = createApiKeySchema.parse({ ...Object.fromEntries(form), operations: form.getAll("operations") });
    const actor = await authenticateSession();
    const { key } = await createApiKey(actor.userId, request, actor, new Date());
    refresh();
    return key;
  });
}

/** On success `message` is the new key, shown once. */
export async function replaceApiKeyAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { keyId, former } = replaceApiKeySchema.parse(Object.fromEntries(form));
    const actor = await authenticateSession();
    const settings = { actor, now: new Date(), endsAtOnce: former === "now" };
    const { key } = await replaceApiKey(actor.userId, keyId, settings);
    refresh();
    return key;
  });
}

export async function revokeApiKeyAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { keyId } = revokeApiKeySchema.parse(Object.fromEntries(form));
    const actor = await authenticateSession();
    const wasRevoked = await revokeApiKey(actor.userId, keyId, actor);
    refresh();
    return wasRevoked ? "La clé est révoquée : elle n’ouvre plus rien." : "Cette clé n’existe plus.";
  });
}
