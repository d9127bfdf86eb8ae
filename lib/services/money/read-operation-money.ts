import "server-only";
import { listMonthMoney, type MonthMoney } from "@/lib/data/run-money";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { Period } from "@/lib/domain/time/period";

/** What the operation changes in money, period by period. [cents] */
export type OperationMoney = { readonly months: readonly Omit<MonthMoney, "operationId">[] };

/**
 * The money of the periods that begin in a window, from what is stored with their latest runs.
 *
 * `savedCents`: what consumers pay less with the operation than without, with VAT for those who count so. `internalCents`
 * and `resaleCents`: what producers receive from consumers and for the surplus, without VAT. Null while a price lacks.
 */
export async function readOperationMoney(operationId: AuthorizedOperationId, window: Period): Promise<OperationMoney> {
  const months = await listMonthMoney([operationId], window);
  return { months: months.map(({ operationId: _, ...month }) => month) };
}
