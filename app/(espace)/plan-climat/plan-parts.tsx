import { PointsChart } from "@/components/climate/points-chart";
import type { ChartedPart } from "@/components/climate/points-plot";
import { PageSection } from "@/components/ui/page-section";
import type { CategoryPoints } from "@/lib/domain/scoring/sum-by-category";
import { CATEGORY_WORDS } from "@/lib/format/climate-words";
import { nameNode } from "@/lib/format/name-node";
import { shortenText } from "@/lib/format/shorten-text";
import { splitPointsAmong } from "@/lib/format/split-points-among";
import type { ClimateSummary } from "@/lib/services/climate-plan/summarize-climate-plan";

const TITLE_LENGTH = 70;
const LEVELS: Readonly<Record<number, readonly [title: string, name: string]>> = {
  1: ["Points par axe", "Axe"],
  2: ["Points par sous-axe", "Sous-axe"],
  3: ["Points par mesure", "Mesure"],
};
const SUB_ACTIONS = ["Points par sous-action", "Sous-action"] as const;

type PlanPartsProps = {
  summary: ClimateSummary;
  /** Whose plan, and when: what a chart that is taken away says of itself. */
  subtitle: string;
};

/** What the points of the plan are made of, by axis and by category; each adds up to the figures above. */
export function PlanParts({ summary: { score, parts, categories }, subtitle }: PlanPartsProps) {
  const [title, partName] = LEVELS[parts.depth] ?? SUB_ACTIONS;
  const nodes = parts.nodes.map((node) => ({ id: node.id, name: nameNode(node, parts.depth) }));
  const words = [...categories.keys()].map((category) => ({
    id: category ?? "none",
    name: category === null ? "Sans catégorie" : CATEGORY_WORDS[category],
  }));
  return (
    <PageSection title="Ce que font les points">
      <PointsChart
        title={title}
        subtitle={subtitle}
        partName={partName}
        fileName="plan-climat-parties"
        parts={toCharted(nodes, score, parts.scores)}
      />
      <PointsChart
        title="Points par catégorie"
        subtitle={subtitle}
        partName="Catégorie"
        fileName="plan-climat-categories"
        parts={toCharted(words, score, [...categories.values()])}
      />
    </PageSection>
  );
}

function toCharted(
  named: readonly { readonly id: string; readonly name: string }[],
  whole: CategoryPoints,
  parts: readonly CategoryPoints[],
): readonly ChartedPart[] {
  return splitPointsAmong(whole, parts).flatMap((points, index) => {
    const [part, called] = [parts[index], named[index]];
    if (!(part && called)) return [];
    const doneRatio = part.potentialPoints > 0 ? part.donePoints / part.potentialPoints : null;
    return [{ id: called.id, name: shortenText(called.name, TITLE_LENGTH), points, doneRatio }];
  });
}
