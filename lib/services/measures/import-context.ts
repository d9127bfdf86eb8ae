import type { MeteringPointSheet } from "@/lib/data/metering-points";

/** What an import knows of the operation it writes to. */
export type ImportContext = {
  readonly accNumber: string | null;
  readonly findPoint: (identifier: { prm: string } | { injectionContract: string }) => MeteringPointSheet | undefined;
};

export function importContext(accNumber: string | null, points: readonly MeteringPointSheet[]): ImportContext {
  const byPrm = new Map(points.map((point) => [point.prm, point]));
  const byContract = new Map(points.map((point) => [point.injectionContract, point]));
  return {
    accNumber,
    findPoint: (identifier) =>
      "prm" in identifier ? byPrm.get(identifier.prm) : byContract.get(identifier.injectionContract),
  };
}
