import { type ReactNode, useId } from "react";
import styles from "./page-section.module.css";

/** A titled part of a page, reachable from the list of headings. */
export function PageSection({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.row}>
        <h2 id={id}>{title}</h2>
        {actions && (
          <div className={styles.actions} data-no-print>
            {actions}
          </div>
        )}
      </div>
      {children}
    </section>
  );
}
