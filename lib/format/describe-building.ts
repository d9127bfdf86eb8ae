import type { BuildingRanking, RankedBuilding } from "@/lib/domain/dashboard/rank-buildings";
import { formatEnergy } from "./format-energy";
import { formatCount } from "./format-number";
import { formatPercent } from "./format-percent";

type Told = Pick<RankedBuilding, "name" | "coveredShare" | "unusedShare" | "reservedWh" | "selfConsumedWh">;

/** What a site was given, for one that stands among the best. */
export function describeWellCovered({ name, coveredShare, selfConsumedWh }: Told): string {
  const given = formatEnergy(selfConsumedWh);
  return `« ${name} » : ${formatPercent(coveredShare)} de sa consommation vient de l’opération, soit ${given}.`;
}

/** Why a site stands among the last, as far as its key says it. */
export function describePoorlyCovered(building: Told): string {
  const { name, unusedShare, reservedWh, selfConsumedWh } = building;
  if (reservedWh === 0) return `« ${name} » n’a rien reçu : sa clé ne lui réservait rien.`;
  if (reservedWh === null || unusedShare === null || unusedShare < 0.005) return describeWellCovered(building);
  const used = formatPercent(1 - unusedShare);
  const lost = formatEnergy(Math.max(0, reservedWh - selfConsumedWh));
  return `« ${name} » a reçu ${used} de ce que sa clé lui réservait ; ${lost} sont partis en surplus, faute de consommation à ces heures.`;
}

/** Whose sites are told as one sum: people's, and those that joined them. */
export function describeGroupedSites({ homes, joinedSites }: NonNullable<BuildingRanking["grouped"]>): string {
  const people = `Habitants (${formatCount(homes, "site", "sites")})`;
  return joinedSites === 0 ? people : `${people} et ${formatCount(joinedSites, "autre site", "autres sites")}`;
}
