import "server-only";
import { listKeyVersions } from "@/lib/data/coefficient-versions";
import { listLatestRunDays } from "@/lib/data/latest-run-days";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listWindowConsumers, listWindowRules } from "@/lib/data/window-runs";
import { type BuildingRanking, rankBuildings } from "@/lib/domain/dashboard/rank-buildings";
import { type KeyedDay, reservedEnergy } from "@/lib/domain/dashboard/reserved-energy";
import type { SharedDay } from "@/lib/domain/dashboard/typical-day";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import type { SettlementRule } from "@/lib/domain/settlement/settlement-rule";
import type { Period } from "@/lib/domain/time/period";

/**
 * The consumers of a window by the share of their withdrawal that the operation covered, from its stored runs.
 *
 * @param namesPersons - Whether the reader may see natural persons one by one; else their sites are one sum.
 */
export async function readBuildingRanking(
  operationId: AuthorizedOperationId,
  window: Period,
  { namesPersons }: { readonly namesPersons: boolean },
): Promise<BuildingRanking> {
  const [consumers, points, rules, keys, days] = await Promise.all([
    listWindowConsumers(operationId, window),
    listMeteringPoints(operationId),
    listWindowRules(operationId, window),
    listKeyVersions(operationId),
    listLatestRunDays(operationId, window),
  ]);
  const shares = new Map(keys.map(({ id, ppmByConsumer }) => [id, ppmByConsumer]));
  const keyed = days.map((day) => keyDay(day, rules, shares));
  const sheets = new Map(points.map((point) => [point.id, point]));
  const figures = consumers.map(({ meteringPointId: id, ...sums }) => {
    const { prm = "", name = "", attachments = [] } = sheets.get(id) ?? {};
    const stays = attachments.filter(({ role }) => role === "consumer");
    return { id, prm, name, ...sums, reservedWh: reservedEnergy(id, stays, keyed) };
  });
  return rankBuildings(figures, namesPersons);
}

function keyDay(
  { day, productionWh }: SharedDay,
  rules: readonly SettlementRule[],
  shares: ReadonlyMap<string, ReadonlyMap<string, number>>,
): KeyedDay {
  const rule = rules.find(({ from, toExclusive }) => from <= day && day < toExclusive);
  const keyId = rule?.appliedKind === "static" ? rule.keyId : null;
  return {
    day,
    productionWh: sumEnergy(productionWh).totalWh ?? Number.NaN,
    ppmByConsumer: keyId === null ? null : (shares.get(keyId) ?? null),
  };
}
