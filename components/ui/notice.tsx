import type { ReactNode } from "react";
import type { StatusTone } from "@/lib/format/table-cells";
import { Icon } from "./icon";
import styles from "./notice.module.css";
import { TONE_ICONS } from "./status-badge";

export type NoticeProps = {
  tone?: Exclude<StatusTone, "neutral">;
  /** What happened. */
  title: string;
  /** Why, and what to do. */
  children?: ReactNode;
  actions?: ReactNode;
  /** True when it appears after an act of the person: read out at once. */
  live?: boolean;
};

/** A message in the page: an error says what happened, why, and what to do. */
export function Notice({ tone = "info", title, children, actions, live = false }: NoticeProps) {
  const role = live ? (tone === "danger" ? "alert" : "status") : undefined;
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      <Icon name={TONE_ICONS[tone]} size={20} />
      <div>
        <p className={styles.title}>{title}</p>
        {children && <div className={styles.body}>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
