"use server";

import { refresh } from "next/cache";
import type { RegistryActionState } from "@/components/registry/registry-form";
import type { ActionState } from "@/lib/schemas/action-state";
import { accountStateSchema } from "@/lib/schemas/instance";
import { instanceAppointmentSchema } from "@/lib/schemas/operation-access";
import { runAction } from "@/lib/server/action";
import { authorizeInstance } from "@/lib/server/authorize-instance";
import { deactivateAccount } from "@/lib/services/access/deactivate-account";
import { reactivateAccount } from "@/lib/services/access/reactivate-account";
import { invitePerson } from "@/lib/services/accounts/invite-person";
import { resetTwoFactor } from "@/lib/services/accounts/security/reset-two-factor";
import { configuredMailer } from "@/lib/services/mail/configured-mailer";

/**
 * Invites one more administrator of the installation. On success `message` is a sentence, or the link to hand over, shown
 * once.
 */
export async function inviteInstanceAdministratorAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { handedOver, ...person } = instanceAppointmentSchema.parse(Object.fromEntries(form));
    const { id: instanceId, actor } = await authorizeInstance();
    const options = { now: new Date(), isHandedOver: handedOver !== undefined };
    const { address } = await invitePerson(actor, { kind: "installation", instanceId }, person, options);
    refresh();
    return address ?? "L’invitation part par courriel. Rien n’est ouvert avant qu’elle soit acceptée.";
  });
}

/** Closes an account: from this instant it opens nothing. */
export async function deactivateAccountAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { userId } = accountStateSchema.parse(Object.fromEntries(form));
    const { actor } = await authorizeInstance();
    await deactivateAccount(actor, userId);
    refresh();
    return "Le compte est désactivé.";
  });
}

/** Opens an account again, with the rights it still has. */
export async function reactivateAccountAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { userId } = accountStateSchema.parse(Object.fromEntries(form));
    const { actor } = await authorizeInstance();
    await reactivateAccount(actor, userId);
    refresh();
    return "Le compte est rouvert.";
  });
}

/** Takes a lost second factor away: its owner signs in with his password and switches a new one on. */
export async function resetAccountTwoFactorAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { userId } = accountStateSchema.parse(Object.fromEntries(form));
    const { actor } = await authorizeInstance();
    await resetTwoFactor(actor, userId, configuredMailer());
    refresh();
    return "La double authentification est levée.";
  });
}
