import type { ComparedFigure, FigureSource } from "@/lib/domain/comparison/compared-figure";
import type { ComparisonSummary } from "@/lib/domain/comparison/summarize-comparison";
import { ENERGY_TOLERANCE_WH } from "@/lib/domain/comparison/tolerance";
import { formatKwh } from "./format-energy";
import { formatCount, formatNumber } from "./format-number";
import type { TableStatus } from "./table-cells";

/** Where the operator said it. */
export const FIGURE_SOURCES: Readonly<Record<FigureSource, string>> = {
  curve: "courbe",
  energy_file: "énergies",
  summary: "synthèse",
  detail: "détail par producteur",
};

/** The articles and annexes that say how the figures are made and published. */
export const COMPARISON_ARTICLES = "articles 4.1 à 4.4, 5.2 et 11.7, annexes 6 et 7";

/** What two figures may be apart without being different, and why totals need nothing more. */
export function describeTolerance(stepMinutes: number): readonly string[] {
  const stepWh = formatNumber(stepMinutes / 60, { maxDecimals: 3 });
  return [
    `Courbes : 1 W de puissance moyenne par pas, soit ${stepWh} Wh en ${stepMinutes} min. Les fichiers de l’annexe 6 arrondissent au watt.`,
    `Énergies : ${formatNumber(ENERGY_TOLERANCE_WH / 1000, { minDecimals: 2 })} kWh par ligne publiée ; une somme de postes permet autant de fois cet arrondi.`,
    "Totaux d’une courbe : pas d’arrondi de plus. Des valeurs toutes à moins de 1 W donnent un total à moins de 1 W par pas ; un total plus éloigné suppose un pas qui diffère, et c’est lui qui est signalé.",
    "Une énergie additionnée par le gestionnaire depuis sa courbe arrondie garde la somme de ces arrondis : elle est admise quand la courbe, elle, concorde à chaque pas.",
  ];
}

/** The verdict, in one sentence. */
export function describeVerdict({ differingFigures, differingPoints, largestWh }: ComparisonSummary): string {
  if (differingFigures === 0) return "Aucun écart au-dessus de l’arrondi des fichiers";
  const who =
    differingPoints === 0
      ? "L’opération entière diffère"
      : formatCount(differingPoints, "PRM diffère", "PRM diffèrent");
  return `${who}, ${formatKwh(largestWh === null ? null : Math.abs(largestWh), 2)} d’écart au plus`;
}

/** How a period compares, in a word; null where nothing is published about it. */
export function describeDifferences(
  found: { readonly figures: number; readonly points: number } | undefined,
): TableStatus | null {
  if (!found) return null;
  if (found.figures === 0) return { text: "aucun", tone: "success" };
  const text = found.points === 0 ? "opération entière" : formatCount(found.points, "PRM", "PRM");
  return { text, tone: "warning" };
}

/** What is said of one figure: the same, another, or not known on one side. */
export function describeFigureState({ isDifferent, oursWh, theirsWh, steps }: ComparedFigure): string {
  if (isDifferent) return "écart";
  if (theirsWh === null) return "non publié";
  if (oursWh === null) return "inconnu chez nous";
  return steps && steps.missingTheirs > 0 ? "incomplet" : "identique";
}

/** How much of the differences is explained, after « raison probable ». */
export function describeExplainedPart(explainedRatio: number, isComplete: boolean): string {
  if (isComplete) return "Elle explique tous les écarts : avec elle, chaque valeur est à l’arrondi près.";
  // Never « 100 % » of what is not explained whole.
  const percent = Math.min(99, Math.round(explainedRatio * 100));
  return `Elle explique ${formatNumber(percent)} % des écarts ; le reste ne l’est pas.`;
}
