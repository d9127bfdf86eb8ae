import type { Route } from "next";
import Link from "next/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { isLate } from "@/lib/domain/scoring/is-late";
import type { ActionRow } from "@/lib/domain/scoring/list-action-rows";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { GAP_WORDS, LATE_WORD, STATUS_WORDS } from "@/lib/format/climate-words";
import { describePilot } from "@/lib/format/describe-pilot";
import { formatDay } from "@/lib/format/format-date";
import type { StatusTone } from "@/lib/format/table-cells";
import styles from "./plan-tree.module.css";

type ActionLineProps = {
  action: ActionRow;
  href: Route;
  members: readonly { readonly userId: string; readonly name: string }[];
  day: CivilDate;
};

const TONES: Readonly<Partial<Record<NonNullable<ActionRow["shown"]>, StatusTone>>> = {
  done: "success",
  planned: "info",
  detailed: "info",
};

/** An action that was looked for: where it is answered, and what is said of it. */
export function ActionLine({ action: { number, title, shown, gaps, note }, href, members, day }: ActionLineProps) {
  const facts = [
    ...(note?.pilot ? [describePilot(note.pilot, members)] : []),
    ...(note?.dueDay ? [`échéance ${formatDay(note.dueDay)}`] : []),
  ];
  return (
    <div className={styles.action}>
      <Link href={href} prefetch={false} className={styles.actionTitle}>
        {`${number} ${title ?? ""}`}
      </Link>
      <span className={styles.facts}>
        {shown !== null && <StatusBadge tone={TONES[shown] ?? "neutral"}>{STATUS_WORDS[shown]}</StatusBadge>}
        {isLate(note?.dueDay ?? null, shown, day) && <StatusBadge tone="danger">{LATE_WORD}</StatusBadge>}
        {gaps.map((gap) => (
          <StatusBadge key={gap} tone="warning">
            {GAP_WORDS[gap]}
          </StatusBadge>
        ))}
        {facts.length > 0 && <span>{facts.join(", ")}</span>}
      </span>
    </div>
  );
}
