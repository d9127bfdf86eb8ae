"use server";

import { refresh } from "next/cache";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { operationInvitationSchema, operationRoleSchema } from "@/lib/schemas/operation-access";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { inviteToOperation } from "@/lib/services/access/invite-to-operation";
import { setOperationRole } from "@/lib/services/access/set-operation-role";

/** Gives, changes or takes away somebody's role in this operation. */
export async function setOperationRoleAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, ...change } = operationRoleSchema.parse(Object.fromEntries(form));
    const { id, actor } = await authorizeOperation(address, "administer");
    const isChanged = await setOperationRole(id, actor, change);
    refresh();
    if (!isChanged) return "Rien ne change : c’est déjà ainsi.";
    return change.role === null
      ? "Le rôle est retiré : il reste ce que donne la collectivité."
      : "Le rôle est donné, dans cette opération seulement.";
  });
}

/** Gives a role to who has an address. On success `message` is a sentence, or the link to hand over, shown once. */
export async function inviteToOperationAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const request = operationInvitationSchema.parse(Object.fromEntries(form));
    const { operation: address, handedOver, ...person } = request;
    const { id, actor } = await authorizeOperation(address, "administer");
    const options = { now: new Date(), isHandedOver: handedOver !== undefined };
    const result = await inviteToOperation(id, actor, person, options);
    refresh();
    if (result.status === "given") return "Cette personne avait déjà accès à l’opération : le rôle lui est donné.";
    return result.address ?? "L’invitation part par courriel. Rien n’est ouvert avant qu’elle soit acceptée.";
  });
}
