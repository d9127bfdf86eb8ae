"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import {
  beginTwoFactorSchema,
  changePasswordSchema,
  confirmTwoFactorSchema,
  disableTwoFactorSchema,
  endSessionSchema,
  renewRecoveryCodesSchema,
  twoFactorDutySchema,
} from "@/lib/schemas/account-security";
import type { ActionState } from "@/lib/schemas/action-state";
import { authorizeCollectivity } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { authenticateOwnSession } from "@/lib/server/authenticate-own-session";
import { beginTwoFactor } from "@/lib/services/accounts/security/begin-two-factor";
import { changePassword } from "@/lib/services/accounts/security/change-password";
import { confirmTwoFactor } from "@/lib/services/accounts/security/confirm-two-factor";
import { disableTwoFactor } from "@/lib/services/accounts/security/disable-two-factor";
import { drawQrCode } from "@/lib/services/accounts/security/draw-qr-code";
import { endOtherSessions } from "@/lib/services/accounts/security/end-other-sessions";
import { endSession } from "@/lib/services/accounts/security/end-session";
import { renewRecoveryCodes } from "@/lib/services/accounts/security/renew-recovery-codes";
import { setTwoFactorDuty } from "@/lib/services/accounts/security/set-two-factor-duty";
import { tellPasswordChange } from "@/lib/services/accounts/security/tell-password-change";
import { configuredMailer } from "@/lib/services/mail/configured-mailer";
import type { CodesState, SetupState } from "./security-state";

export async function changePasswordAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const passwords = changePasswordSchema.parse(Object.fromEntries(form));
    const { actor, user } = await authenticateOwnSession();
    const left = await changePassword(user, passwords, actor, new Date());
    await tellPasswordChange({ ...user, left }, configuredMailer());
    redirect("/connexion?motif=mot-de-passe");
  });
}

/** What is shown until the first code: nothing is stored yet. */
export async function beginTwoFactorAction(_previous: SetupState, form: FormData): Promise<SetupState> {
  let shown: SetupState | null = null;
  const state = await runAction(async () => {
    const { password } = beginTwoFactorSchema.parse(Object.fromEntries(form));
    const { user } = await authenticateOwnSession();
    const { secret, uri, offer } = await beginTwoFactor(user, password, Date.now());
    shown = { status: "begun", secret, uri, offer, qrCode: drawQrCode(uri) };
    return undefined;
  });
  return shown ?? state;
}

/** The recovery codes are in the answer, and nowhere else afterwards. */
export async function confirmTwoFactorAction(_previous: CodesState, form: FormData): Promise<CodesState> {
  return withCodes(async () => {
    const { offer, code } = confirmTwoFactorSchema.parse(Object.fromEntries(form));
    const { actor, user, sessionId } = await authenticateOwnSession();
    return confirmTwoFactor(user.id, { offer, code, sessionId, nowMs: Date.now() }, actor);
  });
}

export async function renewRecoveryCodesAction(_previous: CodesState, form: FormData): Promise<CodesState> {
  return withCodes(async () => {
    const { code } = renewRecoveryCodesSchema.parse(Object.fromEntries(form));
    const { actor, user } = await authenticateOwnSession();
    return renewRecoveryCodes(user.id, code, Date.now(), actor);
  });
}

export async function disableTwoFactorAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const proofs = disableTwoFactorSchema.parse(Object.fromEntries(form));
    const { actor, user } = await authenticateOwnSession();
    await disableTwoFactor(user.id, proofs, Date.now(), actor);
    refresh();
    return "La double authentification est désactivée : le mot de passe suffit.";
  });
}

export async function endSessionAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { sessionId } = endSessionSchema.parse(Object.fromEntries(form));
    const { actor, user } = await authenticateOwnSession();
    const wasOpen = await endSession(user.id, sessionId, actor);
    refresh();
    return wasOpen ? "La session est fermée." : "Cette session était déjà fermée.";
  });
}

export async function endOtherSessionsAction(_previous: ActionState, _form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { actor, user, sessionId } = await authenticateOwnSession();
    const count = await endOtherSessions(user.id, sessionId, actor);
    refresh();
    return count === 0 ? "Aucune autre session n’était ouverte." : "Vos autres sessions sont fermées.";
  });
}

export async function setTwoFactorDutyAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { collectivityId, isRequired } = twoFactorDutySchema.parse(Object.fromEntries(form));
    const { id, actor } = await authorizeCollectivity(collectivityId, "administer");
    await setTwoFactorDuty(id, isRequired, actor);
    refresh();
    return undefined;
  });
}

async function withCodes(body: () => Promise<readonly string[]>): Promise<CodesState> {
  let codes: readonly string[] | null = null;
  const state = await runAction(async () => {
    codes = await body();
    refresh();
    return undefined;
  });
  return codes === null ? state : { status: "codes", codes };
}
