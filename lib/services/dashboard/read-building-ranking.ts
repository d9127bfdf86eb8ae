import "server-only";
import { listKeyVersions } from "@/lib/data/coefficient-versions";
import { listLatestRunDays } from "@/lib/data/latest-run-days";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { listNaturalPersonIds } from "@/lib/data/report-sources";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listWindowConsumers, listWindowRules } from "@/lib/data/window-runs";
import { type BuildingRanking, rankBuildings } from "@/lib/domain/dashboard/rank-buildings";
import { type KeyedDay, reservedEnergy } from "@/lib/domain/dashboard/reserved-energy";
import type { SharedDay } from "@/lib/domain/dashboard/typical-day";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import type { SettlementRule } from "@/lib/domain/settlement/settlement-rule";
import { addDays } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { holdersOver } from "@/lib/services/outputs/holders-over";

/**
 * The consumers of a window by the share of their withdrawal that the operation covered, from its stored runs.
 *
 * @param namesPersons - Whether the reader may see natural persons one by one; else their sites are one sum, made as that of the report
 *   of the same months.
 */
export async function readBuildingRanking(
  operationId: AuthorizedOperationId,
  window: Period,
  { namesPersons }: { readonly namesPersons: boolean },
): Promise<BuildingRanking> {
  const [consumers, points, rules, keys, days, people] = await Promise.all([
    listWindowConsumers(operationId, window),
    listMeteringPoints(operationId),
    listWindowRules(operationId, window),
    listKeyVersions(operationId),
    listLatestRunDays(operationId, window),
    listNaturalPersonIds(operationId),
  ]);
  const shares = new Map(keys.map(({ id, ppmByConsumer }) => [id, ppmByConsumer]));
  const keyed = days.map((day) => keyDay(day, rules, shares));
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return { buildings: [], grouped: null };
  const settled = { from: first.day, toExclusive: addDays(last.day, 1) };
  const sheets = new Map(points.map((point) => [point.id, point]));
  const figures = consumers.map(({ meteringPointId: id, ...sums }) => {
    const sheet = sheets.get(id);
    if (!sheet) throw new Error(`a run names the metering point ${id}, which the operation does not have`);
    const stays = sheet.attachments.filter(({ role }) => role === "consumer");
    const peopleIds = holdersOver(sheet, settled).filter((holderId) => people.has(holderId));
    return { id, prm: sheet.prm, name: sheet.name, peopleIds, ...sums, reservedWh: reservedEnergy(id, stays, keyed) };
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
