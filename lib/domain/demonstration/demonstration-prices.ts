import type { PriceEntry } from "@/lib/domain/tariffs/price-entry";
import { civilDate } from "@/lib/domain/time/civil-date";
import { DEMONSTRATION_OPERATION } from "./demonstration-operation";

/** A price of the demonstration; `holder` is the name of a participant. */
export type DemonstrationPrice = Pick<PriceEntry, "kind" | "from" | "values" | "source"> & {
  readonly prm?: string;
  readonly holder?: string;
  readonly code?: string;
};

const FROM = DEMONSTRATION_OPERATION.startDay;
const CONTRACT = "Marché de fourniture de la commune (exemple)";
const COUNCIL = "Délibération du conseil municipal (exemple)";
// Public prices are shipped until the day they change next: what follows stands for what an officer would enter.
const SINCE_AUGUST = civilDate("2026-08-01");
const EXAMPLE = "Exemple : valeurs de l’année précédente";

const FOUR_PERIODS = ["99000000000358", "99000000000683", "99000000000795"];

/**
 * What a commune enters: contracts that tell periods apart and one that does not, a price that changes with the year,
 * energy given between its own buildings and sold to its social centre, the surplus resold at the council's 10 c€/kWh.
 */
export const DEMONSTRATION_PRICES: readonly DemonstrationPrice[] = [
  { kind: "supply", from: FROM, values: { BASE: 19_800, HP: 21_500, HC: 16_200 }, source: CONTRACT },
  {
    ...{ kind: "supply", from: civilDate("2026-01-01"), source: `${CONTRACT}, prix de 2026` },
    values: { BASE: 18_600, HP: 20_100, HC: 15_300 },
  },
  ...FOUR_PERIODS.map(
    (prm): DemonstrationPrice => ({
      ...{ kind: "supply", from: FROM, prm, source: CONTRACT },
      values: { HPH: 24_100, HCH: 17_300, HPB: 15_900, HCB: 12_400 },
    }),
  ),
  { kind: "internal", from: FROM, values: { BASE: 0 }, source: COUNCIL },
  { kind: "internal", from: FROM, values: { BASE: 9_000 }, source: COUNCIL, holder: "ccas" },
  { kind: "resale", from: FROM, values: { BASE: 10_000 }, source: "Contrat de revente du surplus (exemple)" },
  { kind: "fee", from: FROM, values: { energy: 0, period: 0 }, source: COUNCIL },
  {
    ...{ kind: "contract", from: FROM, source: "Factures (exemple)" },
    values: { formula: "CU4", option: "ordinary", excise: "households" },
  },
  {
    ...{ kind: "contract", from: FROM, prm: "99000000000683", source: "Factures (exemple)" },
    values: { formula: "MU4", option: "ordinary", excise: "households" },
  },
  { kind: "vat_choice", from: FROM, values: { included: 1 }, source: COUNCIL },
  { kind: "substation", from: FROM, values: { single: 1 }, source: "Réponse du gestionnaire de réseau (exemple)" },
  ...(["households", "small_business", "high_power"] as const).map(
    (code): DemonstrationPrice => ({
      ...{ kind: "excise", from: SINCE_AUGUST, code, source: EXAMPLE },
      values: { BASE: code === "households" ? 3_085 : 2_658 },
    }),
  ),
  ...network("CU4", [7_490, 3_970, 1_660, 1_160], [2_860, 1_280, 760, 490], [7_520, 4_030, 1_730, 1_210]),
  ...network("MU4", [7_000, 3_730, 1_610, 1_110], [2_600, 1_230, 750, 490], [7_040, 3_760, 1_610, 1_150]),
];

function network(code: string, ordinary: number[], shared: number[], complement: number[]): DemonstrationPrice[] {
  const prices = { network_ordinary: ordinary, network_shared: shared, network_complement: complement } as const;
  return Object.entries(prices).map(([kind, [HPH = 0, HCH = 0, HPB = 0, HCB = 0]]) => ({
    ...{ kind: kind as keyof typeof prices, from: SINCE_AUGUST, code, source: EXAMPLE },
    values: { HPH, HCH, HPB, HCB },
  }));
}
