import type { MonthsComparison } from "@/lib/domain/dashboard/compare-months";
import type { CouncilReport, ReportLine, ReportLineSubject, ReportMonth } from "@/lib/domain/report/council-report";
import { settlementRates } from "@/lib/domain/settlement/settlement-rates";
import { formatPeriodName } from "./format-date";
import { formatInstant } from "./format-instant";
import { formatEuros } from "./format-money";
import { formatCount, formatNumber, UNKNOWN } from "./format-number";
import { formatPercent, formatSignedPercent } from "./format-percent";
import { SEASON_WORDS } from "./season-words";

/** A table as paper and screen both show it: texts, the first column names the line. */
export type ReportTable = {
  readonly title: string;
  /** The first column, then those of figures. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the rows add up to. */
  readonly total: readonly string[] | null;
  readonly note: string | null;
  /** What each row is made of, to be drawn beside its name. [Wh] */
  readonly bars: readonly { readonly sharedWh: number; readonly restWh: number }[] | null;
};

const kwh = (wh: number) => formatNumber(wh / 1000);

/** The months of a report: what was produced and used in each. */
export function listMonthTable({ months, totals, rates }: CouncilReport): ReportTable {
  return {
    title: "Mois par mois, en kWh",
    columns: ["Mois", "Produit", "Utilisé", "Surplus", "Soutiré", "Complément", "Part utilisée", "Part couverte"],
    rows: months.map(({ period, energies }) => [
      formatPeriodName(period.from, period.toExclusive),
      ...(energies ? [...energyCells(energies), ...rateCells(settlementRates(energies))] : Array(7).fill(UNKNOWN)),
    ]),
    total: ["Total", ...energyCells(totals), ...rateCells(rates)],
    note: months.some(({ run }) => run === null)
      ? "Un mois marqué d’un tiret n’est pas calculé : il ne compte dans aucun total."
      : null,
    bars: null,
  };
}

/** What the months are worth in euros and in CO₂; nothing where neither is known. */
export function listValueTables({ months, saved, resale, avoidedCarbon }: CouncilReport): readonly ReportTable[] {
  if (saved === null && resale === null && avoidedCarbon === null) return [];
  const lacks = months.some(
    ({ run, savedCents, resaleCents, avoidedCarbonG }) =>
      run !== null && [savedCents, resaleCents, avoidedCarbonG].includes(null),
  );
  return [
    {
      title: "Euros et CO₂, mois par mois",
      columns: ["Mois", "Économisé par les consommateurs", "Vente du surplus", "CO₂ évité (kg)"],
      rows: months.map(({ period, savedCents, resaleCents, avoidedCarbonG }) => [
        formatPeriodName(period.from, period.toExclusive),
        formatEuros(savedCents),
        formatEuros(resaleCents),
        kilograms(avoidedCarbonG),
      ]),
      total: [
        "Total de ce qui est connu",
        formatEuros(saved?.amount),
        formatEuros(resale?.amount),
        kilograms(avoidedCarbon?.amount),
      ],
      note: lacks ? "Un tiret : un prix, ou un facteur d’émission, manque pour ce mois." : null,
      bars: null,
    },
  ];
}

const kilograms = (grams: number | null | undefined) =>
  formatNumber(grams === null || grams === undefined ? null : grams / 1000, { minDecimals: 1 });

/** The range beside last year and the forecast; nothing where there is neither. */
export function listComparisonTables({ lastYear, forecast }: CouncilReport): readonly ReportTable[] {
  const rows = [...comparisonRows("l’année précédente", lastYear), ...comparisonRows("la prévision", forecast)];
  if (rows.length === 0) return [];
  return [
    {
      title: "Par rapport à l’année précédente et à la prévision, en kWh",
      columns: ["Énergie", "Périodes comparées", "Ces périodes", "Comparées à", "Écart"],
      rows,
      total: null,
      note: "Seules comptent les périodes connues des deux côtés.",
      bars: null,
    },
  ];
}

const COMPARED = [
  ["Produit", "productionWh"],
  ["Utilisé", "selfConsumedWh"],
  ["Surplus", "surplusWh"],
  ["Soutiré", "withdrawalWh"],
] as const;

function comparisonRows(reference: string, comparison: MonthsComparison): readonly (readonly string[])[] {
  return COMPARED.flatMap(([word, key]) => {
    const found = comparison[key];
    if (!found) return [];
    const { months, currentWh, referenceWh, changeRatio } = found;
    const cells = [formatNumber(months), kwh(currentWh), kwh(referenceWh), formatSignedPercent(changeRatio, 1)];
    return [[`${word}, par rapport à ${reference}`, ...cells]];
  });
}

/** The mean day of each season. */
export function listSeasonTables({ typicalDays }: CouncilReport): readonly ReportTable[] {
  if (typicalDays.length === 0) return [];
  const daily = (halfHoursWh: readonly (number | null)[]) =>
    formatNumber(halfHoursWh.reduce<number>((sum, wh) => sum + (wh ?? 0), 0) / 1000, { minDecimals: 1 });
  return [
    {
      title: "Journée moyenne de chaque saison, en kWh par jour",
      columns: ["Saison", "Jours", "Produit", "Utilisé", "Soutiré"],
      rows: typicalDays.map(({ season, days, productionWh, selfConsumedWh, withdrawalWh }) => [
        `${SEASON_WORDS[season].name} (${SEASON_WORDS[season].months})`,
        formatNumber(days),
        ...[productionWh, selfConsumedWh, withdrawalWh].map(daily),
      ]),
      total: null,
      note: null,
      bars: null,
    },
  ];
}

function energyCells(energies: CouncilReport["totals"]): readonly string[] {
  const { productionWh, selfConsumedWh, surplusWh, withdrawalWh, complementWh } = energies;
  return [productionWh, selfConsumedWh, surplusWh, withdrawalWh, complementWh].map(kwh);
}

function rateCells(rates: Pick<CouncilReport["rates"], "selfConsumptionRate" | "selfProductionRate">) {
  return [formatPercent(rates.selfConsumptionRate), formatPercent(rates.selfProductionRate)];
}

/** What each building drew, and what of it the operation gave. */
export function listConsumerTable(report: CouncilReport): ReportTable {
  return lineTable(report, report.consumers, {
    title: "Par bâtiment, en kWh",
    columns: ["Bâtiment", "Soutiré", "Reçu de l’opération", "Complément", "Part couverte"],
    amount: "Économisé",
    totals: [report.totals.withdrawalWh, report.totals.selfConsumedWh, report.totals.complementWh],
  });
}

/** What each producer fed in, and what of it was used. */
export function listProducerTable(report: CouncilReport): ReportTable {
  return lineTable(report, report.producers, {
    title: "Par producteur, en kWh",
    columns: ["Installation", "Produit", "Utilisé dans l’opération", "Surplus", "Part utilisée"],
    amount: "Recette",
    totals: [report.totals.productionWh, report.totals.selfConsumedWh, report.totals.surplusWh],
  });
}

type LineWords = {
  readonly title: string;
  readonly columns: readonly string[];
  /** What the amounts are, where any is known. */
  readonly amount: string;
  readonly totals: readonly [number, number, number];
};

function lineTable(
  report: CouncilReport,
  lines: readonly ReportLine[],
  { title, columns, amount, totals }: LineWords,
): ReportTable {
  const hasPeople = lines.some(({ subject }) => subject.kind === "residents");
  const hasAmounts = lines.some(({ amountCents }) => amountCents !== null);
  const isWhole = lines.every(({ amountCents }) => amountCents !== null);
  const amountCell = (cents: number | null) => (hasAmounts ? [formatEuros(cents)] : []);
  return {
    title,
    columns: [...columns, ...(hasAmounts ? [amount] : [])],
    rows: lines.map(({ subject, energyWh, sharedWh, restWh, amountCents }) => [
      describeReportLine(subject, report.collectivityName),
      ...lineCells(energyWh, sharedWh, restWh),
      ...amountCell(amountCents),
    ]),
    total: [
      "Total",
      ...lineCells(...totals),
      ...amountCell(isWhole ? lines.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0) : null),
    ],
    note: hasPeople
      ? "Les habitants ne sont pas nommés : leurs compteurs sont regroupés, avec au moins trois derrière la ligne quand l’opération en a trois."
      : null,
    bars: lines.map(({ sharedWh, restWh }) => ({ sharedWh, restWh })),
  };
}

function lineCells(energyWh: number, sharedWh: number, restWh: number): readonly string[] {
  return [kwh(energyWh), kwh(sharedWh), kwh(restWh), formatPercent(energyWh === 0 ? null : sharedWh / energyWh)];
}

/** What a line is called: a site, with who holds it where that is somebody else; people by their number. */
export function describeReportLine(subject: ReportLineSubject, collectivityName: string): string {
  if (subject.kind === "site") {
    const { name, holder } = subject;
    return holder === name || holder === collectivityName ? name : `${name} (${holder})`;
  }
  const { peopleCount, siteCount } = subject;
  const people = formatCount(peopleCount, "habitant", "habitants");
  return siteCount === 0 ? people : `${people} et ${formatCount(siteCount, "autre site", "autres sites")}`;
}

/** Which stored results a report was made from. */
export function listRunTable({ months }: CouncilReport): ReportTable {
  return {
    title: "Calculs utilisés",
    columns: ["Période", "Version", "Calculé le", "État", "Valeurs corrigées", "Moteur", "Empreinte des données"],
    rows: months.map((month) => [
      formatPeriodName(month.period.from, month.period.toExclusive),
      ...(month.run
        ? [
            formatNumber(month.run.version),
            formatInstant(month.run.createdAt),
            STATE_WORDS[month.state],
            formatNumber(month.run.correctedSteps),
            month.run.engineVersion,
            month.run.inputFingerprint.slice(0, FINGERPRINT_LENGTH),
          ]
        : [UNKNOWN, UNKNOWN, STATE_WORDS.not_settled, UNKNOWN, UNKNOWN, UNKNOWN]),
    ]),
    total: null,
    note: null,
    bars: null,
  };
}

/** Enough to tell two results apart; the whole is on the screen of the period. */
const FINGERPRINT_LENGTH = 12;

const STATE_WORDS: Readonly<Record<ReportMonth["state"], string>> = {
  closed: "clôturé",
  settled: "à jour",
  to_recompute: "à recalculer",
  not_settled: "non calculé",
};
