import type { Route } from "next";
import Link from "next/link";
import { ScoreBar } from "@/components/climate/score-bar";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import type { ReferentialNode } from "@/lib/domain/scoring/referential";
import { formatNumber } from "@/lib/format/format-number";
import type { ClimatePlan } from "@/lib/services/climate-plan/read-climate-plan";
import styles from "./plan-tree.module.css";

type PlanTreeProps = { plan: ClimatePlan; collectivityId: string };

/** Axes, what they group, and measures, each with what its points are made of. */
export function PlanTree({ plan, collectivityId }: PlanTreeProps) {
  return (
    <ul className={styles.tree}>
      {plan.referential.root.children.map((node) => (
        <Branch key={node.id} node={node} plan={plan} collectivityId={collectivityId} />
      ))}
    </ul>
  );
}

function Branch({ node, plan, collectivityId }: PlanTreeProps & { node: ReferentialNode }) {
  const { tree, scores, referential } = plan;
  const index = tree.indexById.get(node.id) as number;
  const score = readNodeScore(tree, scores, index);
  const isMeasure = tree.depths[index] === referential.measureDepth;
  const name =
    node.title === null ? groupName(tree.depths[index] as number, node.number) : `${node.number} ${node.title}`;
  const href = `/plan-climat/mesures/${node.number}?collectivite=${collectivityId}` as Route;
  return (
    <li className={styles.branch}>
      <div className={styles.line} data-measure={isMeasure || undefined}>
        <div>
          {isMeasure ? <Link href={href}>{name}</Link> : <strong>{name}</strong>}
          {isMeasure && (
            <p className={styles.tasks}>
              {formatNumber(score.completedTasks)} sur {formatNumber(score.totalTasks)} tâches renseignées
            </p>
          )}
        </div>
        <ScoreBar score={score} />
      </div>
      {!isMeasure && (
        <ul className={styles.tree}>
          {node.children.map((child) => (
            <Branch key={child.id} node={child} plan={plan} collectivityId={collectivityId} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** What groups measures and has no title in the text that was imported. */
function groupName(depth: number, number: string): string {
  return `${depth === 1 ? "Axe" : "Sous-axe"} ${number}`;
}
