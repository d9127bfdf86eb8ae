import { StatusBadge } from "@/components/ui/status-badge";
import { describeEvidenceFigure } from "@/lib/format/describe-evidence-figure";
import { formatInstant } from "@/lib/format/format-instant";
import { formatNumber } from "@/lib/format/format-number";
import type { ClimateEvidenceSheet } from "@/lib/services/climate-plan/read-climate-evidence";
import styles from "./evidence.module.css";

type Evidence = ClimateEvidenceSheet["figures"][number];

/** What one operation proves of an action, with its date; figures of the same days stand together. */
export function OperationFigures({ evidence }: { evidence: Evidence }) {
  const { operation, computedAtMs, isOutdated, figures, former } = evidence;
  return (
    <div className={styles.figures}>
      <p className={styles.freshness}>
        <span>
          Chiffres de l’opération « {operation.name} », relevés le {formatInstant(computedAtMs)}
        </span>
        {isOutdated && <StatusBadge tone="warning">à rafraîchir</StatusBadge>}
      </p>
      <FigureList figures={figures} />
      {former.length > 0 && (
        <details className={styles.former}>
          <summary>Relevés précédents ({formatNumber(former.length)})</summary>
          {former.map((each) => (
            <details key={each.id}>
              <summary>Relevés le {formatInstant(each.computedAtMs)}</summary>
              <FigureList figures={each.figures} />
            </details>
          ))}
        </details>
      )}
    </div>
  );
}

function FigureList({ figures }: Pick<Evidence, "figures">) {
  const texts = figures.map(describeEvidenceFigure);
  const periods = [...new Set(texts.map(({ period }) => period))];
  return periods.map((period) => (
    <div key={period}>
      <p className={styles.period}>{period === "" ? "Au jour du relevé" : `Pour les jours ${period}`}</p>
      <dl className={styles.values}>
        {texts
          .filter((text) => text.period === period)
          .map(({ label, value, note }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {value}
                {note !== "" && <span className={styles.meaning}>{note}</span>}
              </dd>
            </div>
          ))}
      </dl>
    </div>
  ));
}
