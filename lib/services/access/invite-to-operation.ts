import "server-only";
import { listOperationAccesses } from "@/lib/data/operation-access";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { AccessRole } from "@/lib/domain/access/access-role";
import { type InvitationOptions, type InvitedPerson, invitePerson } from "@/lib/services/accounts/invite-person";
import { setOperationRole } from "./set-operation-role";

/**
 * Gives a role in one operation to whoever has an address: at once to who has access to it already, else by an
 * invitation. Who else has an account is told to nobody.
 *
 * @returns `given`, or what is to be handed over; `address` is null when it is mailed.
 * @throws {DomainError} LAST_ADMINISTRATOR.
 */
export async function inviteToOperation(
  operationId: AuthorizedOperationId,
  actor: Actor,
  { role, ...person }: InvitedPerson & { readonly role: AccessRole },
  options: InvitationOptions,
): Promise<{ readonly status: "given" } | { readonly status: "invited"; readonly address: string | null }> {
  const known = await listOperationAccesses(operationId);
  const found = known.find(({ email }) => email === person.email.toLowerCase());
  if (found) {
    await setOperationRole(operationId, actor, { userId: found.userId, role });
    return { status: "given" };
  }
  const { address } = await invitePerson(actor, { kind: "operation", operationId, role }, person, options);
  return { status: "invited", address };
}
