import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

export type EmptyStateProps = {
  title: string;
  /** What this room is for. */
  purpose: ReactNode;
  /** What is needed first. */
  needed?: ReactNode;
  /** One button. */
  action?: ReactNode;
};

/** An empty room is its own manual. */
export function EmptyState({ title, purpose, needed, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      <p>{purpose}</p>
      {needed && (
        <p>
          <strong>Ce qu’il faut d’abord :</strong> {needed}
        </p>
      )}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
