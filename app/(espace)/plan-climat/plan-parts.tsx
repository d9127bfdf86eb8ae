import { PointsChart } from "@/components/climate/points-chart";
import { PageSection } from "@/components/ui/page-section";
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
  const points = splitPointsAmong(score, parts.scores);
  const byCategory = splitPointsAmong(score, [...categories.values()]);
  return (
    <PageSection title="Ce que font les points">
      <PointsChart
        title={title}
        subtitle={subtitle}
        partName={partName}
        fileName="plan-climat-parties"
        parts={parts.nodes.flatMap((node, index) => {
          const shown = points[index];
          return shown
            ? [{ id: node.id, name: shortenText(nameNode(node, parts.depth), TITLE_LENGTH), points: shown }]
            : [];
        })}
      />
      <PointsChart
        title="Points par catégorie"
        subtitle={subtitle}
        partName="Catégorie"
        fileName="plan-climat-categories"
        parts={[...categories.keys()].flatMap((category, index) => {
          const shown = byCategory[index];
          const name = category === null ? "Sans catégorie" : CATEGORY_WORDS[category];
          return shown ? [{ id: category ?? "none", name, points: shown }] : [];
        })}
      />
    </PageSection>
  );
}
