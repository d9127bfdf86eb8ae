import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { TariffWriting } from "@/lib/data/tariff-writing";
import type { Period } from "@/lib/domain/time/period";
import { deriveRunsAnew } from "./derive-runs-anew";
import { readTariffKnowledge } from "./read-tariff-knowledge";

/** Adds up anew, by tariff period, the runs of one period: off-peak hours told while it was closed count in it now. */
export async function derivePeriodAnew(
  operationId: AuthorizedOperationId,
  writing: TariffWriting,
  { from, toExclusive }: Period,
): Promise<void> {
  const [points, knowledge] = await Promise.all([listMeteringPoints(operationId), readTariffKnowledge(operationId)]);
  const changes = points.map(({ id }) => ({ meteringPointId: id, from }));
  await deriveRunsAnew(writing, changes, knowledge, toExclusive);
}
