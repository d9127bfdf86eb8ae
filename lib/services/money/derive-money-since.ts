import "server-only";
import type { MoneyWriting } from "@/lib/data/money-writing";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { readTariffKnowledge } from "@/lib/services/tariffs/read-tariff-knowledge";
import { deriveRunMoney } from "./derive-run-money";

/** Derives anew the money of the latest run of each period that has a day from `day` on, of all when it is null; closed too. */
export async function deriveMoneySince(
  operationId: AuthorizedOperationId,
  writing: MoneyWriting,
  day: CivilDate | null,
): Promise<void> {
  const runs = await writing.listLatestRunsSince(day);
  if (runs.length > 0) await deriveRunMoney(writing, runs, await readTariffKnowledge(operationId));
}
