import { CATEGORY_WORDS } from "@/lib/format/climate-words";
import { nameNode } from "@/lib/format/name-node";
import { shortenText } from "@/lib/format/shorten-text";
import { splitPointsAmong } from "@/lib/format/split-points-among";
import type { ClimateSummary } from "@/lib/services/climate-plan/summarize-climate-plan";
import { PlanBreakdown } from "./plan-breakdown";

const TITLE_LENGTH = 70;
const LEVELS: Readonly<Record<number, readonly [title: string, name: string]>> = {
  1: ["Par axe", "Axe"],
  2: ["Par sous-axe", "Sous-axe"],
  3: ["Par mesure", "Mesure"],
};
const SUB_ACTIONS = ["Par sous-action", "Sous-action"] as const;

/** What the points of the plan are made of, by axis and by category; each adds up to the figures above. */
export function PlanParts({ summary: { score, parts, categories } }: { summary: ClimateSummary }) {
  const [title, partName] = LEVELS[parts.depth] ?? SUB_ACTIONS;
  const points = splitPointsAmong(score, parts.scores);
  const byCategory = splitPointsAmong(score, [...categories.values()]);
  return (
    <>
      <PlanBreakdown
        title={title}
        partName={partName}
        fileName="plan-climat-parties"
        parts={parts.nodes.flatMap((node, index) => {
          const shown = points[index];
          return shown
            ? [{ id: node.id, name: shortenText(nameNode(node, parts.depth), TITLE_LENGTH), points: shown }]
            : [];
        })}
      />
      <PlanBreakdown
        title="Par catégorie"
        partName="Catégorie"
        fileName="plan-climat-categories"
        parts={[...categories.keys()].flatMap((category, index) => {
          const shown = byCategory[index];
          const name = category === null ? "Sans catégorie" : CATEGORY_WORDS[category];
          return shown ? [{ id: category ?? "none", name, points: shown }] : [];
        })}
      />
    </>
  );
}
