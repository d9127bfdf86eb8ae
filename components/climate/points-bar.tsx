import type { ShownPoints } from "@/lib/format/split-points";
import styles from "./points-bar.module.css";

/** What is done, planned and not done of some points; the figures beside it say the same. */
export function PointsBar({ points: { potential, done, planned, notDone } }: { points: ShownPoints }) {
  if (potential <= 0) return null;
  const width = (points: number) => ({ width: `${(100 * points) / potential}%` });
  return (
    <div className={styles.bar} aria-hidden>
      <span className={styles.done} style={width(done)} />
      <span className={styles.planned} style={width(planned)} />
      <span className={styles.notDone} style={width(notDone)} />
    </div>
  );
}
