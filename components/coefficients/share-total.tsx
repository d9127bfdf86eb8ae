import { formatPpm } from "@/lib/format/format-percent";
import type { SheetTotal } from "./share-sheet";
import styles from "./share-total.module.css";

/** The running total, and what is left of the whole. */
export function ShareTotal({ total: { sumPpm, restPpm, isFiner } }: { total: SheetTotal }) {
  return (
    <p className={styles.total} role="status" data-over={restPpm < 0 || undefined}>
      Total : <strong>{formatPpm(sumPpm)}</strong>
      {describeRest(restPpm)}
      {isFiner && " Des parts ont plus de décimales que la précision choisie."}
    </p>
  );
}

function describeRest(restPpm: number): string {
  if (restPpm === 0) return ", toute la production est répartie.";
  return restPpm > 0
    ? ` ; il reste ${formatPpm(restPpm)}, qui ira au surplus.`
    : ` ; c’est ${formatPpm(-restPpm)} de trop.`;
}
