import "server-only";
import { findAccNumberHolder } from "@/lib/data/operation-sheets";
import {
  findOperationIdBySlug,
  insertOperation,
  isUniqueViolation,
  type NewOperation,
} from "@/lib/data/operation-writing";
import type { Actor, AuthorizedCollectivityId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { accNumberTaken } from "./acc-number-taken";

export type OperationRequest = Omit<NewOperation, "isDemonstration" | "participants">;

/**
 * Creates an operation, which nobody takes part in yet. The operator's number may come later: the slug serves until then.
 *
 * @returns Its id, which the caller's collectivity owns.
 * @throws {DomainError} SLUG_TAKEN or ACC_NUMBER_TAKEN, with the field in the details.
 */
export async function createOperation(
  collectivityId: AuthorizedCollectivityId,
  actor: Actor,
  request: OperationRequest,
): Promise<string> {
  try {
    return await insertOperation(collectivityId, actor, { ...request, isDemonstration: false, participants: [] });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    if ((await findOperationIdBySlug(request.slug)) !== null) {
      throw new DomainError("SLUG_TAKEN", "another operation has this slug", { details: { field: "slug" } });
    }
    const { accNumber } = request;
    throw accNumberTaken(accNumber === null ? null : await findAccNumberHolder({ collectivityId }, accNumber));
  }
}
