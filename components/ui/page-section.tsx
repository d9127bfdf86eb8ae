import { type ReactNode, useId } from "react";
import styles from "./page-section.module.css";

type PageSectionProps = {
  title: string;
  actions?: ReactNode;
  /** What links to it end with, after `#`. */
  anchor?: string;
  children: ReactNode;
};

/** A titled part of a page, reachable from the list of headings. */
export function PageSection({ title, actions, anchor, children }: PageSectionProps) {
  const id = useId();
  return (
    <section className={styles.section} id={anchor} aria-labelledby={id}>
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
