import type { ComparisonReport } from "@/lib/documents/comparison-report";
import { describeFigureState, FIGURE_SOURCES } from "@/lib/format/comparison-words";
import { ENERGY_WORDS } from "@/lib/format/energy-words";
import { formatPeriod } from "@/lib/format/format-date";
import { formatInstant } from "@/lib/format/format-instant";
import type { WorkbookCell, WorkbookSheet } from "@/lib/formats/workbook/stream-workbook";
import type { NamedFigure } from "./read-comparison";

const TEXT = (header: string, width = 22) => ({ header, width, format: "text" as const });
const ENERGY = (header: string) => ({ header: `${header} (kWh)`, width: 16, format: "fine" as const });
const COUNT = (header: string) => ({ header, width: 14, format: "count" as const });

/** A comparison as a workbook: what is said of it, then every figure, those that differ first. */
export function listReportSheets(report: ComparisonReport, figures: readonly NamedFigure[]): readonly WorkbookSheet[] {
  return [
    noteSheet(report),
    figureSheet(
      "Écarts",
      figures.filter(({ isDifferent }) => isDifferent),
    ),
    figureSheet("Toutes les valeurs", figures),
  ];
}

function noteSheet(report: ComparisonReport): WorkbookSheet {
  const { period, reasons, rules, tolerances } = report;
  const lines = (label: string, texts: readonly string[]): WorkbookCell[][] => texts.map((text) => [label, text]);
  return {
    name: "Comparaison",
    columns: [TEXT("Objet", 26), TEXT("Ce qui en est dit", 120)],
    rows: [
      ["Opération", report.operationName],
      ["Numéro", report.accNumber ?? "–"],
      ["Période", formatPeriod(period.from, period.toExclusive)],
      ["Calcul", `version ${report.version}, du ${formatInstant(report.settledAt)}, moteur ${report.engineVersion}`],
      ["Comparé le", formatInstant(report.comparedAt)],
      ["Résultat", report.verdict],
      ...lines("Raison probable", reasons),
      ...(report.explainedPart === null ? [] : [["Raison probable", report.explainedPart]]),
      ...lines("Règle appliquée", rules),
      ...lines("Arrondi admis", tolerances),
      ["Empreinte des données", report.inputFingerprint],
    ],
  };
}

function figureSheet(name: string, figures: readonly NamedFigure[]): WorkbookSheet {
  return {
    name,
    frozenColumns: 2,
    columns: [
      TEXT("Site", 34),
      TEXT("PRM", 18),
      TEXT("Reçu par", 18),
      TEXT("Grandeur", 16),
      TEXT("Source", 20),
      TEXT("Jours", 28),
      TEXT("État", 16),
      ENERGY("Notre calcul"),
      ENERGY("Gestionnaire"),
      ENERGY("Écart, gestionnaire moins nous"),
      { header: "Écart (part du gestionnaire)", width: 16, format: "percent" },
      TEXT("Premier pas qui diffère", 22),
      COUNT("Pas différents"),
      ENERGY("Plus grand écart à un pas"),
      TEXT("À ce pas", 22),
      COUNT("Pas non publiés"),
    ],
    rows: figures.map(toRow),
  };
}

function toRow(figure: NamedFigure): WorkbookCell[] {
  const { steps, days } = figure;
  return [
    figure.name ?? "Opération entière",
    figure.prm,
    figure.consumerPrm,
    ENERGY_WORDS[figure.quantity],
    FIGURE_SOURCES[figure.source],
    formatPeriod(days.from, days.toExclusive),
    describeFigureState(figure),
    toKwh(figure.oursWh),
    toKwh(figure.theirsWh),
    toKwh(figure.differenceWh),
    figure.differenceRatio,
    steps?.firstMs == null ? null : formatInstant(steps.firstMs),
    steps?.differingSteps ?? null,
    toKwh(steps?.largestWh ?? null),
    steps?.largestMs == null ? null : formatInstant(steps.largestMs),
    steps?.missingTheirs ?? null,
  ];
}

const toKwh = (wh: number | null) => (wh === null ? null : wh / 1000);
