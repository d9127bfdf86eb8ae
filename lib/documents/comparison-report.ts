import type { Content, ContentTable } from "pdfmake/interfaces";
import type { Period } from "@/lib/domain/time/period";
import { COMPARISON_ARTICLES } from "@/lib/format/comparison-words";
import { formatPeriod } from "@/lib/format/format-date";
import { formatKwh, formatSignedKwh } from "@/lib/format/format-energy";
import { formatInstant } from "@/lib/format/format-instant";
import { formatCount, formatNumber, UNKNOWN } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import { renderPdf } from "./render-pdf";

/** A figure that differs, as a report prints it. */
export type ReportedDifference = {
  /** Whose, « Opération entière » where it is nobody's. */
  readonly name: string;
  readonly prm: string | null;
  readonly quantity: string;
  readonly source: string;
  readonly oursWh: number | null;
  readonly theirsWh: number | null;
  readonly differenceWh: number | null;
  readonly differenceRatio: number | null;
  /** Null for an energy. */
  readonly firstMs: number | null;
  readonly differingSteps: number | null;
};

/** All that a report to the operator says. */
export type ComparisonReport = {
  readonly operationName: string;
  readonly accNumber: string | null;
  readonly organiserName: string | null;
  readonly period: Period;
  readonly version: number;
  readonly engineVersion: string;
  readonly inputFingerprint: string;
  readonly settledAt: Date;
  readonly comparedAt: Date | null;
  readonly verdict: string;
  readonly figureCount: number;
  readonly incompletePointCount: number;
  readonly tolerances: readonly string[];
  /** What the operator seems to have done. */
  readonly reasons: readonly string[];
  /** How much of the differences they explain; null where there is none. */
  readonly explainedPart: string | null;
  /** Rules applied, in words. */
  readonly rules: readonly string[];
  readonly differences: readonly ReportedDifference[];
};

/** A page holds thirty: the whole list is in the workbook. */
const MAX_ROWS = 300;

/**
 * The report an organiser sends to the operator about the figures that differ.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 5.2.2: the operator publishes its figures to the organiser.
 */
export function renderComparisonReport(report: ComparisonReport): Promise<Uint8Array> {
  const { operationName, accNumber, organiserName, period, version, verdict, differences } = report;
  const number = accNumber === null ? "" : ` (${accNumber})`;
  const shown = differences.slice(0, MAX_ROWS);
  const days = formatPeriod(period.from, period.toExclusive);
  const content: Content[] = [
    { text: "Comparaison avec les données publiées", style: "title" },
    { text: `Opération « ${operationName} »${number} · période ${days} · calcul version ${version}`, style: "lead" },
    {
      text: `Madame, Monsieur,\n\nEn tant que personne morale organisatrice${organiserName === null ? "" : ` (${organiserName})`}, nous avons recalculé le partage de la période ${days} par les règles de la convention (${COMPARISON_ARTICLES}) et l’avons comparé aux données que vous avez publiées.`,
    },
    { text: `${verdict}.`, bold: true, margin: [0, 8, 0, 0] },
    ...closing(report),
    ...reasonsOf(report),
    { text: "Écarts", style: "heading" },
    differences.length === 0 ? "Aucun écart au-dessus de l’arrondi des fichiers." : differencesTable(shown),
    ...(differences.length > shown.length
      ? [
          {
            text: `${formatCount(differences.length, "écart", "écarts")} en tout ; la liste entière est dans le classeur.`,
            style: "note",
          },
        ]
      : []),
    { text: "Arrondis admis", style: "heading" },
    { ul: [...report.tolerances] },
    { text: "Comment c’est calculé", style: "heading" },
    { ul: howOf(report) },
  ];
  return renderPdf({
    title: `Comparaison avec le gestionnaire, ${operationName}, ${days}`,
    footer: `${operationName}${number} · ${days} · version ${version}`,
    content,
    isLandscape: true,
  });
}

function closing({ differences, incompletePointCount, figureCount }: ComparisonReport): Content[] {
  const missing =
    incompletePointCount === 0
      ? []
      : [
          `Les données publiées sont incomplètes pour ${formatCount(incompletePointCount, "PRM", "PRM")} ; ce qui manque n’est compté ni pour zéro ni comme un écart.`,
        ];
  const asked =
    differences.length === 0
      ? "Nous n’avons pas d’observation à faire sur cette période."
      : "Pourriez-vous nous indiquer si ces écarts viennent de vos données ou des nôtres ? Nous vous en remercions par avance et restons à votre disposition.";
  const salutation = "Veuillez agréer, Madame, Monsieur, nos salutations distinguées.";
  return [
    [`${formatCount(figureCount, "valeur comparée", "valeurs comparées")}.`, ...missing, asked].join(" "),
    { text: salutation, margin: [0, 4, 0, 0] },
  ];
}

function reasonsOf({ reasons, explainedPart, differences }: ComparisonReport): Content[] {
  if (differences.length === 0) return [];
  const heading = { text: "Raison probable", style: "heading" };
  if (reasons.length === 0) {
    return [
      heading,
      "Aucune des hypothèses essayées (autre clé, autre périmètre, heure décalée, autre mesure, autre valeur publiée) n’explique ces écarts.",
    ];
  }
  return [heading, { ul: [...reasons] }, ...(explainedPart === null ? [] : [explainedPart])];
}

function howOf(report: ComparisonReport): Content[] {
  const { rules, engineVersion, inputFingerprint, settledAt, comparedAt } = report;
  return [
    ...rules,
    `Calcul du ${formatInstant(settledAt)}, moteur ${engineVersion}, comparé le ${formatInstant(comparedAt)}.`,
    `Empreinte SHA-256 de toutes les données du calcul : ${inputFingerprint.slice(0, 32)} ${inputFingerprint.slice(32)}.`,
    "Raison probable : le partage est recalculé sous chaque hypothèse, et celle après laquelle les écarts disparaissent est retenue.",
  ];
}

const HEADERS = [
  "Site",
  "PRM",
  "Grandeur",
  "Source",
  "Notre calcul",
  "Gestionnaire",
  "Écart",
  "Écart",
  "Premier pas",
  "Pas différents",
];

function differencesTable(rows: readonly ReportedDifference[]): ContentTable {
  const right = (text: string) => ({ text, alignment: "right" as const });
  const body = rows.map((row) => [
    row.name,
    row.prm ?? UNKNOWN,
    row.quantity,
    row.source,
    right(formatKwh(row.oursWh, 2)),
    right(formatKwh(row.theirsWh, 2)),
    right(formatSignedKwh(row.differenceWh, 2)),
    right(formatPercent(row.differenceRatio)),
    row.firstMs === null ? UNKNOWN : formatInstant(row.firstMs),
    right(formatNumber(row.differingSteps)),
  ]);
  return {
    table: {
      headerRows: 1,
      widths: ["*", 74, 64, 46, 62, 62, 58, 40, 80, 44],
      body: [HEADERS.map((text) => ({ text, style: "tableHeader" })), ...body],
      dontBreakRows: true,
    },
    layout: "lightHorizontalLines",
    fontSize: 8.5,
  };
}
