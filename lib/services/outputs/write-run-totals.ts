import "server-only";
import { type CsvCell, toCsv } from "@/lib/format/to-csv";
import type { OutputPoint, OutputRun } from "./read-output-run";

const HEADER = [
  "Rôle",
  "PRM",
  "Site",
  "Participant",
  "Soutirage ou injection (kWh)",
  "Part de l’opération (kWh)",
  "Complément ou surplus (kWh)",
  "Pas corrigés",
];

/** What each metering point used or gave over a period, as a table for a spreadsheet, to 0.01 kWh; sums last. */
export function writeRunTotals({ producers, consumers, totals }: OutputRun): string {
  const { productionWh, withdrawalWh, selfConsumedWh, surplusWh, complementWh } = totals;
  return toCsv(HEADER, [
    ...producers.map((point) => toRow("producteur", point)),
    ...consumers.map((point) => toRow("consommateur", point)),
    ["total des producteurs", "", "", "", ...[productionWh, selfConsumedWh, surplusWh].map(toKwh), null],
    ["total des consommateurs", "", "", "", ...[withdrawalWh, selfConsumedWh, complementWh].map(toKwh), null],
  ]);
}

/** The surplus of each producer over a period: what its buyer is told (art. 5.2.2.5). */
export function writeSurplusTotals({ producers, totals }: OutputRun, prm: string | null): string {
  const told = producers.filter((point) => prm === null || prm === point.prm);
  const rows = told.map((point): CsvCell[] => [
    point.prm,
    point.name,
    point.participantName,
    ...[point.energyWh, point.sharedWh, point.restWh].map(toKwh),
  ]);
  const { productionWh, selfConsumedWh, surplusWh } = totals;
  const sum: CsvCell[] = ["total", "", "", ...[productionWh, selfConsumedWh, surplusWh].map(toKwh)];
  const header = ["PRM", "Site", "Producteur", "Injection (kWh)", "Autoproduit (kWh)", "Surplus (kWh)"];
  return toCsv(header, prm === null ? [...rows, sum] : rows);
}

function toRow(role: string, { prm, name, participantName, energyWh, sharedWh, restWh, correctedSteps }: OutputPoint) {
  return [role, prm, name, participantName, ...[energyWh, sharedWh, restWh].map(toKwh), correctedSteps];
}

const toKwh = (energyWh: number): number => energyWh / 1000;
