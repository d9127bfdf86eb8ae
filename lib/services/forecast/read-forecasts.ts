import "server-only";
import { type ForecastRecord, listForecasts } from "@/lib/data/operation-forecasts";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** The forecasts of an operation: those that stand, oldest first, and those they took the place of, latest told first. */
export async function readForecasts(
  operationId: AuthorizedOperationId,
): Promise<{ readonly standing: readonly ForecastRecord[]; readonly former: readonly ForecastRecord[] }> {
  const forecasts = await listForecasts([operationId]);
  return {
    standing: forecasts.filter(({ supersededAt }) => supersededAt === null),
    former: forecasts
      .filter(({ supersededAt }) => supersededAt !== null)
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()),
  };
}
