import "server-only";
import { type CarbonFactorRecord, listCarbonFactors } from "@/lib/data/carbon-factors";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** The factors of an operation's collectivity: those that stand, oldest first, and those they took the place of, latest told first. */
export async function readCarbonFactors(
  operationId: AuthorizedOperationId,
): Promise<{ readonly standing: readonly CarbonFactorRecord[]; readonly former: readonly CarbonFactorRecord[] }> {
  const factors = await listCarbonFactors([operationId]);
  return {
    standing: factors.filter(({ supersededAt }) => supersededAt === null),
    former: factors
      .filter(({ supersededAt }) => supersededAt !== null)
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()),
  };
}
