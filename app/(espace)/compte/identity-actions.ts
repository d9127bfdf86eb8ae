"use server";

import { refresh } from "next/cache";
import type { ActionState } from "@/lib/schemas/action-state";
import { authenticateSession } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { unlinkIdentity } from "@/lib/services/accounts/unlink-identity";

export async function unlinkIdentityAction(_previous: ActionState): Promise<ActionState> {
  return runAction(async () => {
    const actor = await authenticateSession();
    const wasLinked = await unlinkIdentity(actor.userId, actor);
    refresh();
    return wasLinked ? "L’identité est détachée : elle n’ouvre plus ce compte." : "Aucune identité n’était liée.";
  });
}
