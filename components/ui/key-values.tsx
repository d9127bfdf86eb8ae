import type { ReactNode } from "react";
import styles from "./key-values.module.css";

/** The fields of one thing, as a list of terms and values; an unknown value is the caller's « – ». */
export function KeyValues({ items }: { items: readonly { label: string; value: ReactNode; help?: ReactNode }[] }) {
  return (
    <dl className={styles.list}>
      {items.map(({ label, value, help }) => (
        <div key={label} className={styles.item}>
          <dt>{label}</dt>
          <dd>
            {value}
            {help && <div className={styles.help}>{help}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
