import "server-only";
import { type ContactChangeRow, listContactChanges } from "@/lib/data/contact-changes";
import { type OperationParties, readOperationParties } from "@/lib/data/operation-sheets";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** Who counts today, and every change that was told, latest first. */
export async function readContactChanges(
  operationId: AuthorizedOperationId,
): Promise<{ readonly parties: OperationParties; readonly changes: readonly ContactChangeRow[] }> {
  const [parties, changes] = await Promise.all([readOperationParties(operationId), listContactChanges([operationId])]);
  return { parties, changes };
}
