"use client";

import { ENERGY_DAY_FLOWS, type EnergyDayFlow } from "@/lib/format/read-energy-day";
import styles from "./chart-tooltip.module.css";
import { ENERGY_MARKS } from "./energy-colors";
import { EnergySwatch } from "./energy-legend";

type ChartTooltipProps = {
  title: string;
  /** Flows that the chart does not have are left out; null is « manquant ». */
  valuesWh: Readonly<Partial<Record<EnergyDayFlow, number | null>>>;
  format: (energyWh: number) => string;
};

/** The same words and order over every chart. */
export function ChartTooltip({ title, valuesWh, format }: ChartTooltipProps) {
  return (
    <div className={styles.tooltip}>
      <p className={styles.title}>{title}</p>
      <dl className={styles.values}>
        {ENERGY_DAY_FLOWS.map((flow) => {
          const value = valuesWh[flow];
          if (value === undefined) return null;
          return (
            <div key={flow}>
              <dt>
                <EnergySwatch flow={flow} />
                {ENERGY_MARKS[flow].label}
              </dt>
              <dd>{value === null ? "manquant" : format(value)}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
