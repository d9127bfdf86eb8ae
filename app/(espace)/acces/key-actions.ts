"use server";

import { refresh } from "next/cache";
import type { ActionState } from "@/lib/schemas/action-state";
import { revokeCollectivityKeySchema } from "@/lib/schemas/api-key";
import { authorizeCollectivity } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { revokeCollectivityKey } from "@/lib/services/accounts/revoke-collectivity-key";

export async function revokeCollectivityKeyAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { keyId, collectivity } = revokeCollectivityKeySchema.parse(Object.fromEntries(form));
    const { id, actor } = await authorizeCollectivity(collectivity, "administer");
    const wasRevoked = await revokeCollectivityKey(id, keyId, actor);
    refresh();
    return wasRevoked ? "La clé est révoquée : elle n’ouvre plus rien." : "Cette clé n’existe plus.";
  });
}
