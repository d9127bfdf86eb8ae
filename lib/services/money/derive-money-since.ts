import "server-only";
import type { MoneyWriting } from "@/lib/data/money-writing";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { readTariffKnowledge } from "@/lib/services/tariffs/read-tariff-knowledge";
import { deriveRunMoney } from "./derive-run-money";

/**
 * Derives anew the money of the latest run of each period that has a day from `day` on, of all when it is null; closed too.
 *
 * The off-peak hours of a closed period are those known when it was closed, as its energies by tariff period are.
 */
export async function deriveMoneySince(
  operationId: AuthorizedOperationId,
  writing: MoneyWriting,
  day: CivilDate | null,
): Promise<void> {
  const runs = await writing.listLatestRunsSince(day);
  const open = runs.filter(({ closedAt }) => closedAt === null);
  if (open.length > 0) await deriveRunMoney(writing, open, await readTariffKnowledge(operationId));
  for (const run of runs) {
    if (run.closedAt) await deriveRunMoney(writing, [run], await readTariffKnowledge(operationId, run.closedAt));
  }
}
