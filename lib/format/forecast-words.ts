import type { ForecastMonth, OperationForecast } from "@/lib/domain/forecast/operation-forecast";
import type { YearShape } from "@/lib/domain/forecast/spread-year";
import { addMonths } from "@/lib/domain/time/add-months";
import { formatMonth } from "./format-date";
import { formatKwh } from "./format-energy";

/** By what a year is spread over its months, in words that stay with the forecast. */
export const YEAR_SHAPES: Readonly<Record<YearShape, string>> = {
  solar_roof: "toit type, plein sud à 30° au milieu de la France",
  public_building: "bâtiment public type (mairie)",
  dwelling: "logement type",
  even: "égale à chaque heure de l’année",
};

/** A month of a forecast in one line: « octobre 2025 : production 4 900 kWh, soutirage 15 000 kWh, autoconsommé 3 500 kWh ». */
export function describeForecastMonths({ from, months }: OperationForecast): readonly string[] {
  return months.map((month, index) => `${formatMonth(addMonths(from, index))} : ${describeMonth(month)}`);
}

function describeMonth({ productionWh, withdrawalWh, selfConsumedWh }: ForecastMonth): string {
  const parts = [
    productionWh === null ? null : `production ${formatKwh(productionWh, 0)}`,
    withdrawalWh === null ? null : `soutirage ${formatKwh(withdrawalWh, 0)}`,
    selfConsumedWh === null ? null : `autoconsommé ${formatKwh(selfConsumedWh, 0)}`,
  ];
  return parts.filter((part) => part !== null).join(", ") || "rien de prévu";
}

const REFUSALS: Readonly<Record<string, string>> = {
  first_day: "elle commence un autre jour que le premier d’un mois",
  twelve_months: "elle n’a pas douze mois",
  energy: "une énergie est négative ou invraisemblable",
  more_than_production: "l’autoconsommé dépasse la production",
  more_than_withdrawal: "l’autoconsommé dépasse le soutirage",
  year_more_than_withdrawal:
    "le taux de l’année demande plus que ce que les douze mois soutirent quand le toit produit ; baissez-le, ou vérifiez le soutirage",
  nothing_said: "aucune énergie n’est donnée",
};

/** Why a forecast is refused, after the general message: « Ici, en mars 2026 : l’autoconsommé dépasse la production. » */
export function describeForecastRefusal(details: unknown): string {
  const { reason, from } = (details ?? {}) as Readonly<Record<string, unknown>>;
  const words = typeof reason === "string" ? REFUSALS[reason] : undefined;
  if (words === undefined) return "";
  return typeof from === "string" ? ` Ici, en ${formatMonth(from)} : ${words}.` : ` Ici, ${words}.`;
}
