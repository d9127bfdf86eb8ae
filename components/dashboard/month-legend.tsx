import { ENERGY_MARKS } from "@/components/charts/energy-colors";
import { EnergySwatch } from "@/components/charts/energy-legend";
import legend from "@/components/charts/energy-legend.module.css";
import { FORECAST_MARK, LAST_YEAR_MARK } from "./month-marks";

export type MonthLegendProps = {
  restFlow: "surplus" | "complement";
  has: { readonly lastYear: boolean; readonly forecast: boolean; readonly missing: boolean };
};

/** The marks of a chart of months, with what each is called. */
export function MonthLegend({ restFlow, has }: MonthLegendProps) {
  return (
    <ul className={legend.legend}>
      {(["selfConsumed", restFlow] as const).map((flow) => (
        <li key={flow} data-legend-item>
          <EnergySwatch flow={flow} />
          <span>{ENERGY_MARKS[flow].label}</span>
        </li>
      ))}
      {has.lastYear && (
        <li data-legend-item>
          <svg width={20} height={14} viewBox="0 0 20 14" aria-hidden="true" focusable="false">
            <rect x={4} y={1.5} width={12} height={14} {...LAST_YEAR_MARK} />
          </svg>
          <span>Un an plus tôt</span>
        </li>
      )}
      {has.forecast && (
        <li data-legend-item>
          <svg width={20} height={14} viewBox="0 0 20 14" aria-hidden="true" focusable="false">
            <path d="M1 7h18" {...FORECAST_MARK.line} />
            <path d="M10 2l5 5-5 5-5-5z" {...FORECAST_MARK.diamond} />
          </svg>
          <span>Prévision</span>
        </li>
      )}
      {has.missing && (
        <li data-legend-item>
          <EnergySwatch flow="missing" />
          <span>Pas calculé</span>
        </li>
      )}
    </ul>
  );
}
