import { formatKw } from "@/lib/format/format-energy";
import tooltip from "./chart-tooltip.module.css";
import styles from "./curve-chart.module.css";
import { CurveSwatch } from "./curve-legend";
import type { CurvePlotData } from "./curve-plot-data";
import { describeValue, nameStretch } from "./describe-stretch";

type CurveTooltipProps = { data: CurvePlotData; index: number; x: number; width: number };

/** Every curve at one instant, beside the cursor. */
export function CurveTooltip({ data, index, x, width }: CurveTooltipProps) {
  const isLeft = x > width / 2;
  return (
    <div
      className={`${tooltip.tooltip} ${styles.tooltip}`}
      style={isLeft ? { right: width - x + 12 } : { left: x + 12 }}
      aria-hidden="true"
    >
      <p className={tooltip.title}>{nameStretch(data, index)}</p>
      <dl className={tooltip.values}>
        {data.curves.map((curve) => {
          const [min, max] = [curve.band?.minW[index] ?? null, curve.band?.maxW[index] ?? null];
          const other = curve.otherW?.[index];
          return (
            <div key={curve.id}>
              <dt>
                <CurveSwatch color={curve.color} dash={curve.dash} />
                {curve.label}
              </dt>
              <dd>
                {describeValue(curve, index)}
                {min !== null && max !== null && (
                  <small>
                    {" "}
                    ({formatKw(min, 2)} à {formatKw(max, 2)})
                  </small>
                )}
                {other !== undefined && (
                  <small className={styles.other}>
                    {data.otherLabel} : {other === null ? "manquant" : formatKw(other, 2)}
                  </small>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
