import type { NodeScore } from "@/lib/domain/scoring/node-score";
import { formatNumber } from "@/lib/format/format-number";
import { splitPoints } from "@/lib/format/split-points";
import styles from "./score-bar.module.css";

const ONE = { minDecimals: 1 } as const;

/** What the points of an action are made of: a bar, and the same in figures that add up. */
export function ScoreBar({ score }: { score: NodeScore }) {
  if (!score.concerned) {
    return <p className={styles.text}>{score.deactivated ? "Désactivée par la personnalisation" : "Non concernée"}</p>;
  }
  const { potential, done, planned, notDone, rest } = splitPoints(score);
  const width = (points: number) => ({ width: `${potential > 0 ? (100 * points) / potential : 0}%` });
  return (
    <div>
      {potential > 0 && (
        <div className={styles.bar} aria-hidden>
          <span className={styles.done} style={width(done)} />
          <span className={styles.planned} style={width(planned)} />
          <span className={styles.notDone} style={width(notDone)} />
        </div>
      )}
      <p className={styles.text}>
        <strong>
          {formatNumber(done, ONE)} sur {formatNumber(potential, ONE)} points
        </strong>
        {`, programmé ${formatNumber(planned, ONE)}, pas fait ${formatNumber(notDone, ONE)}, à renseigner ${formatNumber(rest, ONE)}`}
      </p>
    </div>
  );
}
