import { useId } from "react";
import { formatNumber } from "@/lib/format/format-number";
import type { ShownPoints } from "@/lib/format/split-points";
import styles from "./points-chart.module.css";
import { PointsPattern } from "./points-pattern";

const PARTS = [
  ["done", "Fait"],
  ["planned", "Programmé"],
  ["notDone", "Pas fait"],
  ["rest", "À renseigner"],
] as const;

/** What the colours of points mean, each with its sum. */
export function PointsLegend({ sums }: { sums: Pick<ShownPoints, (typeof PARTS)[number][0]> }) {
  const prefix = useId();
  return (
    <ul className={styles.legend}>
      {PARTS.map(([part, word]) => (
        <li key={part} data-legend-item>
          <svg width={20} height={14} viewBox="0 0 20 14" aria-hidden="true" focusable="false">
            <defs>
              <PointsPattern id={`${prefix}-planned`} />
            </defs>
            {part === "planned" ? (
              <rect x={1} y={1} width={18} height={12} fill={`url(#${prefix}-planned)`} />
            ) : (
              <rect x={1} y={1} width={18} height={12} className={styles[part]} />
            )}
            <rect x={1} y={1} width={18} height={12} className={styles.frame} />
          </svg>
          <span>{word}</span>
          <strong>{`${formatNumber(sums[part], { minDecimals: 1 })} points`}</strong>
        </li>
      ))}
    </ul>
  );
}
