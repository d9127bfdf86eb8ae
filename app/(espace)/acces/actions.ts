"use server";

import { refresh } from "next/cache";
import { accountLinkSchema, inviteMemberSchema, memberRoleSchema, memberSchema } from "@/lib/schemas/account-link";
import type { ActionState } from "@/lib/schemas/action-state";
import { authorizeCollectivity } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { authorizeAccountLink } from "@/lib/server/authorize-account-link";
import { deactivateAccount } from "@/lib/services/access/deactivate-account";
import { reactivateAccount } from "@/lib/services/access/reactivate-account";
import { changeMemberRole } from "@/lib/services/accounts/change-member-role";
import { handOverLink } from "@/lib/services/accounts/hand-over-link";
import { invitePerson } from "@/lib/services/accounts/invite-person";
import { removeMember } from "@/lib/services/accounts/remove-member";
import { resendLink } from "@/lib/services/accounts/resend-link";
import { revokeLink } from "@/lib/services/accounts/revoke-link";
import { resetTwoFactor } from "@/lib/services/accounts/security/reset-two-factor";
import { configuredMailer } from "@/lib/services/mail/configured-mailer";

/** On success `message` is the link, shown once, or nothing: it is mailed. */
export async function inviteMemberAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity, email, name, role, way } = inviteMemberSchema.parse(Object.fromEntries(form));
    const { id: collectivityId, actor } = await authorizeCollectivity(collectivity, "administer");
    const target =
      role === "auditor"
        ? ({ kind: "auditor", collectivityId } as const)
        : ({ kind: "collectivity", collectivityId, role } as const);
    const options = { now: new Date(), isHandedOver: way === "remettre" };
    const { address } = await invitePerson(actor, target, { email, name }, options);
    refresh();
    return address ?? undefined;
  });
}

export async function setMemberRoleAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity, userId, role } = memberRoleSchema.parse(Object.fromEntries(form));
    const { id, actor } = await authorizeCollectivity(collectivity, "administer");
    await changeMemberRole(id, userId, role, actor);
    refresh();
    return "Le rôle est changé.";
  });
}

export async function removeMemberAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity, userId } = memberSchema.parse(Object.fromEntries(form));
    const { id, actor } = await authorizeCollectivity(collectivity, "administer");
    await removeMember(id, userId, actor);
    refresh();
    return "La personne est retirée.";
  });
}

export async function resetMemberTwoFactorAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity, userId } = memberSchema.parse(Object.fromEntries(form));
    const { actor } = await authorizeCollectivity(collectivity, "administer");
    const wasOn = await resetTwoFactor(actor, userId, configuredMailer());
    refresh();
    return wasOn ? "Le second facteur est levé." : "Cette personne n’en a plus.";
  });
}

/** Closes the account of a member: from this instant it opens nothing. */
export async function deactivateMemberAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity, userId } = memberSchema.parse(Object.fromEntries(form));
    const { actor } = await authorizeCollectivity(collectivity, "administer");
    await deactivateAccount(actor, userId);
    refresh();
    return "Le compte est désactivé.";
  });
}

/** Opens the account of a member again, with the rights it still has. */
export async function reactivateMemberAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity, userId } = memberSchema.parse(Object.fromEntries(form));
    const { actor } = await authorizeCollectivity(collectivity, "administer");
    await reactivateAccount(actor, userId);
    refresh();
    return "Le compte est rouvert.";
  });
}

/** On success `message` is the link, shown once. */
export async function handOverLinkAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { linkId } = accountLinkSchema.parse(Object.fromEntries(form));
    const { actor, ...link } = await authorizeAccountLink(linkId);
    const address = await handOverLink(link, actor, new Date());
    refresh();
    return address;
  });
}

export async function resendLinkAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { linkId } = accountLinkSchema.parse(Object.fromEntries(form));
    const { actor, ...link } = await authorizeAccountLink(linkId);
    await resendLink(link, actor, new Date());
    refresh();
    return undefined;
  });
}

export async function revokeLinkAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { linkId } = accountLinkSchema.parse(Object.fromEntries(form));
    const { id, actor } = await authorizeAccountLink(linkId);
    await revokeLink(id, actor, new Date());
    refresh();
    return undefined;
  });
}
