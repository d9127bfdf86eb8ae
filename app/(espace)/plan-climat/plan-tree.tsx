import Link from "next/link";
import { ScoreBar } from "@/components/climate/score-bar";
import type { FoundActions } from "@/lib/domain/scoring/find-actions";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import type { ReferentialNode } from "@/lib/domain/scoring/referential";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { actionAddress } from "@/lib/format/action-address";
import { formatNumber } from "@/lib/format/format-number";
import { nameNode } from "@/lib/format/name-node";
import type { ShownPoints } from "@/lib/format/split-points";
import type { ClimatePlan } from "@/lib/services/climate-plan/read-climate-plan";
import { ActionLine } from "./action-line";
import styles from "./plan-tree.module.css";

type PlanTreeProps = {
  plan: ClimatePlan;
  collectivityId: string;
  /** What is looked for, shown with what it stands in; null: all, down to the measures. */
  found: FoundActions | null;
  /** Points as another part of the page shows them, by id. */
  shownPoints: ReadonlyMap<string, ShownPoints>;
  members: readonly { readonly userId: string; readonly name: string }[];
  day: CivilDate;
};

/** Axes, what they group, and measures, each with what its points are made of; below them what was looked for. */
export function PlanTree(props: PlanTreeProps) {
  return <Branches nodes={props.plan.referential.root.children} {...props} />;
}

function Branches({ nodes, ...props }: PlanTreeProps & { nodes: readonly ReferentialNode[] }) {
  const { found, plan } = props;
  const shown = nodes.filter(({ id }) => !found || found.branches.has(id));
  if (shown.length === 0) return null;
  return (
    <ul className={styles.tree}>
      {shown.map((node) => (
        <li key={node.id} className={styles.branch}>
          {depthOf(plan, node) > plan.referential.measureDepth ? (
            <Action node={node} {...props} />
          ) : (
            <Line node={node} {...props} />
          )}
          {(found || depthOf(plan, node) < plan.referential.measureDepth) && (
            <Branches nodes={node.children} {...props} />
          )}
        </li>
      ))}
    </ul>
  );
}

type NodeProps = PlanTreeProps & { node: ReferentialNode };

function Line({ node, plan: { tree, scores, referential }, shownPoints, collectivityId }: NodeProps) {
  const index = tree.indexById.get(node.id) as number;
  const depth = tree.depths[index] as number;
  const score = readNodeScore(tree, scores, index);
  const isMeasure = depth === referential.measureDepth;
  const name = nameNode(node, depth);
  return (
    <div className={styles.line} data-measure={isMeasure || undefined}>
      <div>
        {isMeasure ? (
          <Link href={actionAddress(node.number, depth, collectivityId)}>{name}</Link>
        ) : (
          <strong>{name}</strong>
        )}
        {isMeasure && (
          <p className={styles.tasks}>
            {formatNumber(score.completedTasks)} sur {formatNumber(score.totalTasks)} tâches renseignées
          </p>
        )}
      </div>
      <ScoreBar score={score} shown={shownPoints.get(node.id)} />
    </div>
  );
}

function Action({ node, plan, found, members, day, collectivityId }: NodeProps) {
  const action = found?.rows.get(node.id);
  // Not looked for itself: what it contains is.
  if (!action) return <p className={styles.above}>{`${node.number} ${node.title ?? ""}`}</p>;
  const href = actionAddress(node.number, plan.referential.measureDepth, collectivityId);
  return <ActionLine action={action} href={href} members={members} day={day} />;
}

function depthOf({ tree }: ClimatePlan, { id }: ReferentialNode): number {
  return tree.depths[tree.indexById.get(id) as number] as number;
}
