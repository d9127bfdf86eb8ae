import { describeFigureState, FIGURE_SOURCES } from "@/lib/format/comparison-words";
import { ENERGY_WORDS } from "@/lib/format/energy-words";
import type { TableCell, TableColumn } from "@/lib/format/table-cells";
import type { NamedFigure } from "@/lib/services/comparison/read-comparison";

/** One figure a row; differences are the operator's value minus ours. */
export const COMPARISON_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "quantity", label: "Grandeur", kind: "text" },
  { key: "source", label: "Source", kind: "text" },
  { key: "state", label: "État", kind: "status" },
  { key: "ours", label: "Notre calcul", kind: "energyWh", decimals: 2 },
  { key: "theirs", label: "Gestionnaire", kind: "energyWh", decimals: 2 },
  { key: "difference", label: "Écart", kind: "energyWh", decimals: 2 },
  { key: "ratio", label: "Écart relatif", kind: "ratio" },
  { key: "first", label: "Premier pas", kind: "instantMs" },
  { key: "differing", label: "Pas différents", kind: "number" },
  { key: "largest", label: "Écart maximal", kind: "energyWh", decimals: 3 },
  { key: "missing", label: "Non publiés", kind: "number" },
];

const TONES = { écart: "warning", identique: "success" } as const;

export function toComparisonCells(figure: NamedFigure): Readonly<Record<string, TableCell>> {
  const { name, consumerName, prm, quantity, source, steps } = figure;
  const state = describeFigureState(figure);
  return {
    name: [name ?? "Opération entière", ...(consumerName === null ? [] : [`vers ${consumerName}`])].join(" "),
    prm,
    quantity: ENERGY_WORDS[quantity],
    source: FIGURE_SOURCES[source],
    state: { text: state, tone: state === "écart" || state === "identique" ? TONES[state] : "neutral" },
    ours: figure.oursWh,
    theirs: figure.theirsWh,
    difference: figure.differenceWh,
    ratio: figure.differenceRatio,
    first: steps?.firstMs ?? null,
    differing: steps?.differingSteps ?? null,
    largest: steps?.largestWh ?? null,
    missing: steps?.missingTheirs ?? null,
  };
}
