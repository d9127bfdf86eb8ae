import "server-only";
import { groupByOperation } from "@/lib/data/group-by-operation";
import { listMonthMoney } from "@/lib/data/run-money";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { Period } from "@/lib/domain/time/period";
import type { OperationMoney } from "./read-operation-money";

/** The same as `readOperationMoney` for many operations at once, by their id; one without any run has no month. */
export async function readOperationsMoney(
  operationIds: readonly AuthorizedOperationId[],
  window: Period,
): Promise<ReadonlyMap<string, OperationMoney>> {
  const months = groupByOperation(await listMonthMoney(operationIds, window));
  return new Map(
    operationIds.map((id) => [id, { months: (months.get(id) ?? []).map(({ operationId: _, ...month }) => month) }]),
  );
}
