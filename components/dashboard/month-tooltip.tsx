import styles from "@/components/charts/chart-tooltip.module.css";
import { ENERGY_MARKS } from "@/components/charts/energy-colors";
import { EnergySwatch } from "@/components/charts/energy-legend";
import { type EnergyUnit, formatEnergy } from "@/lib/format/format-energy";
import { changeRatio, formatSignedPercent } from "@/lib/format/format-percent";
import { BAR_WORDS, type BarKind, type BarMonth } from "./bar-month";

type MonthTooltipProps = { kind: BarKind; month: BarMonth; unit: EnergyUnit };

/** What a month's bar says, in words. */
export function MonthTooltip({ kind, month, unit }: MonthTooltipProps) {
  const { whole, restFlow } = BAR_WORDS[kind];
  const { wholeWh, selfConsumedWh, lastYearWh, forecastWh } = month;
  const restWh = wholeWh === null || selfConsumedWh === null ? null : wholeWh - selfConsumedWh;
  const show = (energyWh: number | null) => (energyWh === null ? "pas calculé" : formatEnergy(energyWh, unit));
  return (
    <div className={styles.tooltip}>
      <p className={styles.title}>{month.name}</p>
      <dl className={styles.values}>
        <div>
          <dt>{whole}</dt>
          <dd>{show(wholeWh)}</dd>
        </div>
        {(
          [
            ["selfConsumed", selfConsumedWh],
            [restFlow, restWh],
          ] as const
        ).map(([flow, energyWh]) => (
          <div key={flow}>
            <dt>
              <EnergySwatch flow={flow} />
              {ENERGY_MARKS[flow].label}
            </dt>
            <dd>{show(energyWh)}</dd>
          </div>
        ))}
        <Reference label="Un an plus tôt" energyWh={lastYearWh} current={wholeWh} unit={unit} />
        <Reference label="Prévision" energyWh={forecastWh} current={wholeWh} unit={unit} />
      </dl>
    </div>
  );
}

type ReferenceProps = { label: string; energyWh: number | null; current: number | null; unit: EnergyUnit };

function Reference({ label, energyWh, current, unit }: ReferenceProps) {
  if (energyWh === null) return null;
  const change = changeRatio(current, energyWh);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {formatEnergy(energyWh, unit)}
        {change !== null && ` (${formatSignedPercent(change)})`}
      </dd>
    </div>
  );
}
