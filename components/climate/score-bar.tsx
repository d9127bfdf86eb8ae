import type { NodeScore } from "@/lib/domain/scoring/node-score";
import { formatNumber } from "@/lib/format/format-number";
import { type ShownPoints, splitPoints } from "@/lib/format/split-points";
import { PointsBar } from "./points-bar";
import styles from "./score-bar.module.css";

const ONE = { minDecimals: 1 } as const;

type ScoreBarProps = {
  score: NodeScore;
  /** As they are shown beside the others of a table; on their own unless given. */
  shown?: ShownPoints | undefined;
};

/** What the points of an action are made of: a bar, and the same in figures that add up. */
export function ScoreBar({ score, shown = splitPoints(score) }: ScoreBarProps) {
  if (!score.concerned) {
    return <p className={styles.text}>{score.deactivated ? "Désactivée par la personnalisation" : "Non concernée"}</p>;
  }
  const { potential, done, planned, notDone, rest } = shown;
  return (
    <div>
      <PointsBar points={shown} />
      <p className={styles.text}>
        <strong>
          {formatNumber(done, ONE)} sur {formatNumber(potential, ONE)} points
        </strong>
        {`, programmé ${formatNumber(planned, ONE)}, pas fait ${formatNumber(notDone, ONE)}, à renseigner ${formatNumber(rest, ONE)}`}
      </p>
    </div>
  );
}
