import { PLOT_HEIGHT } from "./chart-layout";
import styles from "./chart-skeleton.module.css";

/** Keeps the place of a plot while its code arrives. */
export function ChartSkeleton() {
  return (
    <div className={styles.skeleton} style={{ height: PLOT_HEIGHT }}>
      Tracé du graphique…
    </div>
  );
}
