import "server-only";
import { applyContactChange, listDueContactChanges } from "@/lib/data/contact-changes";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";

/** Turns the operation of a change into a proven scope; the job's entry point holds the right to. */
export type Authorize = (due: { readonly operationId: string }) => AuthorizedOperationId;

/**
 * Brings every change that binds into its sheet, each in a transaction of its own: stopped at any moment, the next run
 * goes on.
 *
 * @returns How many.
 */
export async function applyDueContacts(actor: Actor, authorize: Authorize, now: Date): Promise<number> {
  let applied = 0;
  for (const due of await listDueContactChanges(parisCivilDate(now.getTime()))) {
    if (await applyContactChange(authorize(due), actor, due.contactChangeId, now)) applied += 1;
  }
  return applied;
}
