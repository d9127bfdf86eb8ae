"use server";

import { headers } from "next/headers";
import { sayEmailByLink } from "@/lib/format/say-email-by-link";
import { sayPasswordByLink } from "@/lib/format/say-password-by-link";
import { writeFormerAddressNotice } from "@/lib/format/write-account-mail";
import { acceptInvitationSchema, confirmEmailSchema, setPasswordByLinkSchema } from "@/lib/schemas/account-link";
import type { ActionState } from "@/lib/schemas/action-state";
import { findUser } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { trustBrowser } from "@/lib/server/trust-browser";
import { acceptInvitation } from "@/lib/services/accounts/accept-invitation";
import { changeEmailByLink } from "@/lib/services/accounts/change-email-by-link";
import { findSessionId } from "@/lib/services/accounts/find-session-id";
import { tellOwner } from "@/lib/services/accounts/security/tell-owner";
import { tellPasswordChange } from "@/lib/services/accounts/security/tell-password-change";
import { setPasswordByLink } from "@/lib/services/accounts/set-password-by-link";
import { takeAttempt } from "@/lib/services/accounts/take-attempt";
import { configuredMailer } from "@/lib/services/mail/configured-mailer";

// The token is the proof in all of these; a session only spares an invited person his password.

export async function acceptInvitationAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { account, ...answer } = acceptInvitationSchema.parse(Object.fromEntries(form));
    const attempt = await takeAttempt("account_link", { headers: await headers() });
    const user = await findUser();
    const { email } = await acceptInvitation(
      { ...answer, hasAccount: account === "oui" },
      { now: new Date(), headers: await headers(), userId: user?.id ?? null },
    );
    await attempt.giveBack();
    await trustBrowser(email);
    return "Votre accès est ouvert.";
  });
}

export async function setPasswordByLinkAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { token, password, endsKeys } = setPasswordByLinkSchema.parse(Object.fromEntries(form));
    const attempt = await takeAttempt("account_link", { headers: await headers() });
    const { email, name, ended, left } = await setPasswordByLink(token, password, new Date(), endsKeys);
    await attempt.giveBack();
    await trustBrowser(email); // whoever is locked out by strangers gets in this way
    await tellPasswordChange({ name, email, left }, configuredMailer());
    return sayPasswordByLink({ isFirstProof: ended !== null, left });
  });
}

export async function confirmEmailAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const answer = confirmEmailSchema.parse(Object.fromEntries(form));
    const attempt = await takeAttempt("account_link", { headers: await headers() });
    const { isFirstProof, ...owner } = await changeEmailByLink(
      answer,
      await findSessionId(await headers()),
      new Date(),
    );
    await attempt.giveBack();
    await tellOwner(owner, writeFormerAddressNotice(owner.name), configuredMailer());
    return sayEmailByLink(isFirstProof);
  });
}
