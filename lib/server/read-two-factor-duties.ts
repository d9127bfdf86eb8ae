import "server-only";
import { readTwoFactorDuty } from "@/lib/data/two-factor-duty";
import { authorizeCollectivity } from "./access";

/** Those of some collectivities that ask for a second factor; who asks must administer each. */
export async function readTwoFactorDuties(collectivityIds: readonly string[]): Promise<ReadonlySet<string>> {
  const asking = await Promise.all(
    collectivityIds.map(async (collectivityId) => {
      const { id } = await authorizeCollectivity(collectivityId, "administer");
      return (await readTwoFactorDuty(id)) ? [collectivityId] : [];
    }),
  );
  return new Set(asking.flat());
}
