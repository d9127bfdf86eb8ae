import type { ReportedMonth, ReportFacts } from "@/lib/domain/report/compose-council-report";
import type { ReportedPoint } from "@/lib/domain/report/group-residents";
import { addMonths } from "@/lib/domain/time/add-months";
import { civilDate } from "@/lib/domain/time/civil-date";

const FIRST = civilDate("2025-11-01");

/** A site of the commune. [Wh] */
export const testSite = (name: string, energyWh: number, sharedWh: number): ReportedPoint => {
  return { name, holder: "Saint-Exemple", peopleIds: [], energyWh, sharedWh, amountCents: null };
};

/** The meter of a natural person. [Wh] */
export const testHome = (id: string, energyWh: number, sharedWh: number): ReportedPoint => {
  return { name: `Maison ${id}`, holder: `Personne ${id}`, peopleIds: [id], energyWh, sharedWh, amountCents: null };
};

/** A month `index` after November 2025, settled with some energies or not at all. [Wh] */
export function testMonth(
  index: number,
  settled: readonly [productionWh: number, withdrawalWh: number, selfConsumedWh: number] | null,
): ReportedMonth {
  const period = { from: addMonths(FIRST, index), toExclusive: addMonths(FIRST, index + 1) };
  const values = { savedCents: null, resaleCents: null, avoidedCarbonG: null };
  if (!settled) return { period, state: "not_settled", run: null, energies: null, ...values };
  const [productionWh, withdrawalWh, selfConsumedWh] = settled;
  return {
    period,
    state: "settled",
    run: {
      id: `run ${index}`,
      version: 1,
      engineVersion: "1.0.0",
      inputFingerprint: "0123456789abcdef".repeat(4),
      createdAt: new Date("2026-11-05T08:00:00Z"),
      correctedSteps: 0,
    },
    energies: {
      productionWh,
      withdrawalWh,
      selfConsumedWh,
      surplusWh: productionWh - selfConsumedWh,
      complementWh: withdrawalWh - selfConsumedWh,
    },
    ...values,
  };
}

const NOT_COMPARED = {
  productionWh: null,
  selfConsumedWh: null,
  surplusWh: null,
  withdrawalWh: null,
  complementWh: null,
};

/** Two months of a roof, two sites and three homes: 300 kWh produced, 200.4 used of 500 drawn; no price, no year before. */
export const TEST_REPORT_FACTS: ReportFacts = {
  collectivityName: "Saint-Exemple",
  operation: { name: "Toits de Saint-Exemple", accNumber: "ACC00000112", startDay: FIRST },
  writtenOn: civilDate("2026-11-22"),
  months: [testMonth(0, [100_000, 300_000, 90_200]), testMonth(1, [200_000, 200_000, 110_200])],
  lastYear: NOT_COMPARED,
  forecast: NOT_COMPARED,
  saved: null,
  resale: null,
  avoidedCarbon: null,
  carbonFactors: [],
  typicalDays: [],
  consumers: [
    testSite("École", 300_000, 120_400),
    testSite("Mairie", 100_000, 50_000),
    ...["a", "b", "c"].map((id) => testHome(id, 100_000 / 3, 10_000)),
  ],
  producers: [testSite("Toiture", 300_000, 200_400)],
};
