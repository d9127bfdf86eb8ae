import type { ReactNode } from "react";
import type { StatusTone } from "@/lib/format/table-cells";
import { Icon, type IconName } from "./icon";
import styles from "./status-badge.module.css";

export const TONE_ICONS: Readonly<Record<StatusTone, IconName>> = {
  neutral: "dot",
  info: "info",
  success: "check",
  warning: "alert",
  danger: "cross",
};

/** A state in one or two words; its shape says the tone to those who do not see the colour. */
export function StatusBadge({ tone = "neutral", children }: { tone?: StatusTone; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      <Icon name={TONE_ICONS[tone]} size={14} />
      {children}
    </span>
  );
}
