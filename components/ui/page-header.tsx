import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./page-header.module.css";

export type PageHeaderProps = {
  title: string;
  /** The rooms above this one, outermost first; the page itself is its title. */
  breadcrumb?: readonly { label: string; href: Route }[];
  /** One sentence under the title: what this page is for. */
  lead?: ReactNode;
  /** Beside the title: the state of the month, the period picker. */
  context?: ReactNode;
  /** Buttons; the first is the main one. */
  actions?: ReactNode;
};

/** The top of every page. */
export function PageHeader({ title, breadcrumb = [], lead, context, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      {breadcrumb.length > 0 && (
        <nav aria-label="Fil d’Ariane">
          <ol className={styles.breadcrumb}>
            {breadcrumb.map(({ label, href }) => (
              <li key={href}>
                <Link href={href}>{label}</Link>
              </li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
      )}
      <div className={styles.row}>
        <div className={styles.heading}>
          <h1>{title}</h1>
          {context && <div className={styles.context}>{context}</div>}
        </div>
        {actions && (
          <div className={styles.actions} data-no-print>
            {actions}
          </div>
        )}
      </div>
      {lead && <p className={styles.lead}>{lead}</p>}
    </header>
  );
}
