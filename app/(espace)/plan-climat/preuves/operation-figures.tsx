import { StatusBadge } from "@/components/ui/status-badge";
import { describeEvidenceFigure } from "@/lib/format/describe-evidence-figure";
import { formatInstant } from "@/lib/format/format-instant";
import type { ClimateEvidenceSheet } from "@/lib/services/climate-plan/read-climate-evidence";
import styles from "./evidence.module.css";

type Evidence = ClimateEvidenceSheet["figures"][number];

/** What one operation proves of an action, with its date; figures of the same days stand together. */
export function OperationFigures({ evidence }: { evidence: Evidence }) {
  const { operation, computedAtMs, isOutdated, figures } = evidence;
  const texts = figures.map(describeEvidenceFigure);
  const periods = [...new Set(texts.map(({ period }) => period))];
  return (
    <div className={styles.figures}>
      <p className={styles.freshness}>
        <span>
          Chiffres de l’opération « {operation.name} », relevés le {formatInstant(computedAtMs)}
        </span>
        {isOutdated && <StatusBadge tone="warning">à rafraîchir</StatusBadge>}
      </p>
      {periods.map((period) => (
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
      ))}
    </div>
  );
}
