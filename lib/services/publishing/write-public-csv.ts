import type { z } from "zod";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { toCsv } from "@/lib/format/to-csv";
import type { publishedMonthsSchema } from "@/lib/schemas/api/publication-routes";

const HEADER = [
  "debut",
  "dernier_jour",
  "production_kwh",
  "autoconsomme_kwh",
  "surplus_kwh",
  "soutirage_kwh",
  "complement_kwh",
  "taux_autoconsommation",
  "taux_autoproduction",
  "taux_couverture",
  "co2_evite_kg",
  "economie_eur",
  "version",
  "calcule_le",
];

/** The published months as a table; what is held back is empty. */
export function writePublicCsv({ months }: z.infer<typeof publishedMonthsSchema>): string {
  return toCsv(
    HEADER,
    months.map((month) => [
      month.from,
      addDays(civilDate(month.to), -1),
      divide(month.productionWh, 1000),
      divide(month.selfConsumedWh, 1000),
      divide(month.surplusWh, 1000),
      divide(month.withdrawalWh, 1000),
      divide(month.complementWh, 1000),
      month.selfConsumptionRate,
      month.selfProductionRate,
      month.coverageRate,
      divide(month.avoidedCarbonG, 1000),
      divide(month.savedCents, 100),
      month.version,
      month.settledAt,
    ]),
  );
}

const divide = (value: number | null, by: number) => (value === null ? null : value / by);
