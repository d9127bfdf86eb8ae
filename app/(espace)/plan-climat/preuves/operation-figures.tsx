import { KeyValues } from "@/components/ui/key-values";
import { StatusBadge } from "@/components/ui/status-badge";
import { describeEvidenceFigure } from "@/lib/format/describe-evidence-figure";
import { formatInstant } from "@/lib/format/format-instant";
import type { ClimateEvidenceSheet } from "@/lib/services/climate-plan/read-climate-evidence";
import styles from "./evidence.module.css";

/** What one operation proves of an action, with its date. */
export function OperationFigures({ evidence }: { evidence: ClimateEvidenceSheet["figures"][number] }) {
  const { operation, computedAtMs, isOutdated, figures } = evidence;
  const items = figures.map((figure) => {
    const { label, value, note } = describeEvidenceFigure(figure);
    return { label, value, ...(note === "" ? {} : { help: note }) };
  });
  return (
    <div className={styles.figures}>
      <p className={styles.freshness}>
        <span>
          Chiffres de l’opération « {operation.name} », relevés le {formatInstant(computedAtMs)}
        </span>
        {isOutdated && <StatusBadge tone="warning">à rafraîchir</StatusBadge>}
      </p>
      <KeyValues items={items} />
    </div>
  );
}
