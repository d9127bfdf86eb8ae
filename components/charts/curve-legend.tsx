import { useId } from "react";
import type { CurvePlotData } from "./curve-plot-data";
import { listStretches } from "./curve-stretches";
import styles from "./energy-legend.module.css";
import { EnergyPatterns } from "./energy-patterns";

/** The curves of a plot by name, with their energy, and the marks under the axis. */
export function CurveLegend({ data }: { data: CurvePlotData }) {
  const prefix = useId();
  const { missing, corrected, manual } = listStretches(data);
  const marks = [
    { label: "Valeurs corrigées", fill: "var(--measure-copied)", runs: corrected },
    { label: "Valeurs saisies", fill: "var(--measure-manual)", runs: manual },
    { label: "Donnée manquante", fill: `url(#${prefix}-missing)`, runs: missing },
  ].filter(({ runs }) => runs.length > 0);
  return (
    <ul className={styles.legend}>
      {data.curves.map(({ id, label, color, dash, total }) => (
        <li key={id} data-legend-item>
          <CurveSwatch color={color} dash={dash} />
          <span>{label}</span>
          <strong>{total}</strong>
        </li>
      ))}
      {data.otherLabel && (
        <li data-legend-item>
          <CurveSwatch color="var(--chart-axis)" dash="6 4" />
          <span>{data.otherLabel}</span>
        </li>
      )}
      {marks.map(({ label, fill }) => (
        <li key={label} data-legend-item>
          <svg
            width={20}
            height={14}
            viewBox="0 0 20 14"
            aria-hidden="true"
            focusable="false"
            className={styles.swatch}
          >
            <defs>
              <EnergyPatterns prefix={prefix} />
            </defs>
            <rect x={1} y={3} width={18} height={8} fill={fill} />
          </svg>
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}

/** A piece of a curve's line. */
export function CurveSwatch({ color, dash }: { color: string; dash: string | undefined }) {
  return (
    <svg width={20} height={14} viewBox="0 0 20 14" aria-hidden="true" focusable="false" className={styles.swatch}>
      <path d="M0 7h20" stroke={color} strokeWidth={2.5} strokeDasharray={dash} />
    </svg>
  );
}
