import styles from "./points-chart.module.css";

/** What is planned: hatched, so that it is told apart without its colour. */
export function PointsPattern({ id }: { id: string }) {
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={6} height={6} className={styles.plannedGround} />
      <rect width={3} height={6} className={styles.plannedHatch} />
    </pattern>
  );
}
