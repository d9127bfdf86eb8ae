import type { ReportMonth } from "@/lib/domain/report/council-report";
import { formatShortMonth } from "@/lib/format/format-date";
import { formatKwh } from "@/lib/format/format-energy";
import { layOutMonthBars } from "@/lib/format/lay-out-month-bars";
import styles from "./report-charts.module.css";

const WIDTH = 900;
const HEIGHT = 200;
const FOOT = 24;
const MISSING = 10;

/** The production of each month as a bar of two parts; its table follows on the page. */
export function MonthChart({ months }: { months: readonly ReportMonth[] }) {
  const { bars, mostWh } = layOutMonthBars(months, { width: WIDTH, height: HEIGHT });
  const every = Math.ceil(months.length / 14);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.legend}>
        <span className={styles.swatch} data-flow="shared" /> utilisé dans l’opération
        <span className={styles.swatch} data-flow="surplus" /> surplus
        {months.some(({ energies }) => energies === null) && (
          <>
            <span className={styles.swatch} data-flow="missing" /> non calculé
          </>
        )}
        <span className={styles.most}>le plus haut : {formatKwh(mostWh, 0)} produits en un mois</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`}
        className={styles.chart}
        role="img"
        aria-label="Production de chaque mois, ce qui en est utilisé et le surplus ; les chiffres sont dans le tableau des mois."
      >
        {bars.map(({ x, width, parts }, index) => (
          <g key={months[index]?.period.from}>
            {parts ? (
              <>
                <rect x={x} y={parts.shared.y} width={width} height={parts.shared.height} data-flow="shared" />
                <rect x={x} y={parts.rest.y} width={width} height={parts.rest.height} data-flow="surplus" />
              </>
            ) : (
              <rect x={x} y={HEIGHT - MISSING} width={width} height={MISSING} data-flow="missing" />
            )}
            {index % every === 0 && (
              <text x={x + width / 2} y={HEIGHT + 17} textAnchor="middle">
                {formatShortMonth(months[index]?.period.from)}
              </text>
            )}
          </g>
        ))}
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
      </svg>
    </figure>
  );
}
