"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { requestEmailChangeSchema } from "@/lib/schemas/account-link";
import type { ActionState } from "@/lib/schemas/action-state";
import { authenticateSession } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { cancelEmailChange } from "@/lib/services/accounts/cancel-email-change";
import { requestEmailChange } from "@/lib/services/accounts/request-email-change";

/** Nothing changes before the link is followed. */
export async function requestEmailChangeAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const change = requestEmailChangeSchema.parse(Object.fromEntries(form));
    const actor = await authenticateSession();
    await requestEmailChange(actor.userId, change, actor, { now: new Date(), headers: await headers() });
    refresh();
    return "Le changement est demandé.";
  });
}

export async function cancelEmailChangeAction(_previous: ActionState, _form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await authenticateSession();
    await cancelEmailChange(actor.userId, actor, new Date());
    refresh();
    return "Le changement est annulé.";
  });
}
