import "server-only";
import { createHash } from "node:crypto";
import { listOutdatedMoney, writeMoneyBasis } from "@/lib/data/money-basis";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { deriveMoneySince } from "./derive-money-since";
import { readPublicPrices } from "./read-public-prices";

/** Raised when the same prices and energies give other amounts than before. */
const RULES_VERSION = 2;

/**
 * Derives anew the money of every operation that was derived from other shipped prices or rules, or lacks some: a new
 * version brings both. Each operation in a transaction of its own: killed in between, it goes on where it stopped.
 *
 * @param authorize - Proves the operation of a row that the job found.
 * @returns What one operation could not do; the others do not wait for it.
 */
export async function deriveOutdatedMoney(
  actor: Actor,
  authorize: (job: { readonly operationId: string }) => AuthorizedOperationId,
): Promise<{ readonly derived: number; readonly failures: readonly unknown[] }> {
  const shipped = readPublicPrices();
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([RULES_VERSION, shipped]))
    .digest("hex");
  const failures: unknown[] = [];
  let derived = 0;
  for (const job of await listOutdatedMoney(fingerprint)) {
    const operationId = authorize(job);
    try {
      await writeMoneyBasis(operationId, actor, fingerprint, (writing) => deriveMoneySince(operationId, writing, null));
      derived += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  return { derived, failures };
}
