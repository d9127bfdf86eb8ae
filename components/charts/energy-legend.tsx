"use client";

import { useId } from "react";
import { ENERGY_MARKS, type EnergyFlow } from "./energy-colors";
import styles from "./energy-legend.module.css";
import { EnergyPatterns } from "./energy-patterns";

export type LegendItem = {
  readonly flow: EnergyFlow | "unsharedSurplus";
  /** Instead of the flow's own name. */
  readonly label?: string;
  /** The figure of the period, with its unit. */
  readonly value?: string;
};

/** Names, marks and totals: what the colours say, said again in words. */
export function EnergyLegend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className={styles.legend}>
      {items.map(({ flow, label, value }) => (
        <li key={flow} data-legend-item>
          <EnergySwatch flow={flow} />
          <span>{label ?? (flow === "unsharedSurplus" ? "Surplus non partagé" : ENERGY_MARKS[flow].label)}</span>
          {value && <strong>{value}</strong>}
        </li>
      ))}
    </ul>
  );
}

/** The mark of a flow, as its chart draws it. */
export function EnergySwatch({ flow }: { flow: LegendItem["flow"] }) {
  const prefix = useId();
  return (
    <svg width={20} height={14} viewBox="0 0 20 14" aria-hidden="true" focusable="false" className={styles.swatch}>
      <defs>
        <EnergyPatterns prefix={prefix} />
      </defs>
      {flow === "unsharedSurplus" ? (
        <>
          <rect x={1} y={1} width={18} height={12} fill={ENERGY_MARKS.complement.color} />
          <rect x={1} y={1} width={18} height={12} fill={`url(#${prefix}-surplus)`} />
        </>
      ) : (
        <Mark flow={flow} prefix={prefix} />
      )}
    </svg>
  );
}

function Mark({ flow, prefix }: { flow: EnergyFlow; prefix: string }) {
  const { mark, color } = ENERGY_MARKS[flow];
  if (mark === "line") return <path d="M0 7h20" stroke={color} strokeWidth={3} />;
  if (mark === "outline") return <path d="M0 7h20" stroke={color} strokeWidth={2} strokeDasharray="5 3" />;
  if (mark === "fill") return <rect x={1} y={1} width={18} height={12} fill={color} />;
  return (
    <rect x={1} y={1} width={18} height={12} fill={`url(#${prefix}-${flow})`} stroke={`var(--energy-${flow}-hatch)`} />
  );
}
