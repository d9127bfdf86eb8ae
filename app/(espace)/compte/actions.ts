"use server";

import { refresh } from "next/cache";
import { renameAccountSchema } from "@/lib/schemas/account-security";
import type { ActionState } from "@/lib/schemas/action-state";
import { createCalendarFeedSchema, revokeCalendarFeedSchema, setDigestSchema } from "@/lib/schemas/reminders";
import { authenticateSession } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { renameAccount } from "@/lib/services/accounts/rename-account";
import { calendarAddress } from "@/lib/services/reminders/calendar-address";
import { createCalendarFeed } from "@/lib/services/reminders/create-calendar-feed";
import { revokeCalendarFeed } from "@/lib/services/reminders/revoke-calendar-feed";
import { setDigestFrequency } from "@/lib/services/reminders/set-digest-frequency";

export async function renameAccountAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { name } = renameAccountSchema.parse(Object.fromEntries(form));
    const actor = await authenticateSession();
    await renameAccount(actor.userId, name, actor);
    refresh();
    return "Votre nom est enregistré.";
  });
}

/** On success `message` is the address, shown once. */
export async function createCalendarFeedAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { name } = createCalendarFeedSchema.parse(Object.fromEntries(form));
    const actor = await authenticateSession();
    const { token } = await createCalendarFeed(actor.userId, name, actor);
    refresh();
    return calendarAddress(token);
  });
}

export async function revokeCalendarFeedAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { feedId } = revokeCalendarFeedSchema.parse(Object.fromEntries(form));
    const actor = await authenticateSession();
    const wasRevoked = await revokeCalendarFeed(actor.userId, feedId, actor);
    refresh();
    return wasRevoked ? "Le calendrier est révoqué : son adresse ne mène plus à rien." : "Ce calendrier n’existe plus.";
  });
}

export async function setDigestAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { digest } = setDigestSchema.parse(Object.fromEntries(form));
    const actor = await authenticateSession();
    await setDigestFrequency(actor.userId, actor, digest);
    refresh();
    return "Le rappel est réglé.";
  });
}
