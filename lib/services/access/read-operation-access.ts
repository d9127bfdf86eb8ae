import "server-only";
import {
  listOpenParticipantSpaces,
  listOperationAccesses,
  type OpenParticipantSpace,
  type OperationAccess,
} from "@/lib/data/operation-access";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { AccessRole } from "@/lib/domain/access/access-role";
import { higherRole } from "@/lib/domain/access/higher-role";

export type ReadOperationAccess = {
  /** Each with the role that counts. */
  readonly people: readonly (OperationAccess & { readonly role: AccessRole | null })[];
  /** Null for who may not read who takes part. */
  readonly participants: readonly OpenParticipantSpace[] | null;
};

/** Who has access to an operation, and why. */
export async function readOperationAccess(operation: {
  readonly id: AuthorizedOperationId;
  readonly mayReadWords: boolean;
}): Promise<ReadOperationAccess> {
  const [people, participants] = await Promise.all([
    listOperationAccesses(operation.id),
    operation.mayReadWords ? listOpenParticipantSpaces(operation.id) : null,
  ]);
  return {
    people: people.map((person) => ({ ...person, role: higherRole(person.collectivityRole, person.operationRole) })),
    participants,
  };
}
