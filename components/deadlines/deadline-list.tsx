import type { Route } from "next";
import Link from "next/link";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Deadline, DeadlineState } from "@/lib/domain/deadlines/deadline";
import {
  describeActor,
  describeArticles,
  describeConsequence,
  describeDeadline,
  describeDeadlineState,
  describeDueDay,
} from "@/lib/format/describe-deadline";
import styles from "./deadline-list.module.css";

export type DeadlineListProps = {
  deadlines: readonly Deadline[];
  /** By id: what leads to the screen where a deadline is done. */
  operations: ReadonlyMap<string, { readonly slug: string; readonly name: string }>;
};

const GROUPS: readonly { readonly title: string; readonly kinds: readonly DeadlineState["kind"][] }[] = [
  { title: "En retard", kinds: ["late"] },
  { title: "Cette semaine", kinds: ["due_soon", "open"] },
  { title: "Ensuite", kinds: ["to_come"] },
];

/** What is to do, late first; what is done stands under a fold. */
export function DeadlineList({ deadlines, operations }: DeadlineListProps) {
  const done = deadlines.filter(({ state }) => state.kind === "done");
  return (
    <>
      {GROUPS.map(({ title, kinds }) => {
        const rows = deadlines.filter(({ state }) => kinds.includes(state.kind));
        if (rows.length === 0) return null;
        return (
          <PageSection key={title} title={title}>
            <DeadlineRows deadlines={rows} operations={operations} />
          </PageSection>
        );
      })}
      {done.length > 0 && (
        <details>
          <summary>Fait ces deux derniers mois</summary>
          <DeadlineRows deadlines={done} operations={operations} />
        </details>
      )}
    </>
  );
}

function DeadlineRows({ deadlines, operations }: DeadlineListProps) {
  return (
    <ul className={styles.list}>
      {deadlines.map((deadline) => {
        const operation = operations.get(deadline.operationId);
        const { text, tone } = describeDeadlineState(deadline);
        const articles = describeArticles(deadline);
        return (
          <li key={deadline.id} className={styles.row}>
            <div className={styles.head}>
              <Link href={`/operations/${operation?.slug}${deadline.path}` as Route} className={styles.task}>
                {describeDeadline(deadline)}
              </Link>
              <StatusBadge tone={tone}>{text}</StatusBadge>
            </div>
            <p className={styles.facts}>
              {operations.size > 1 && <span>{operation?.name}</span>}
              <span>{describeDueDay(deadline)}</span>
              {deadline.state.kind !== "done" && <span>{describeActor(deadline)}</span>}
              {articles && <span>{articles}</span>}
            </p>
            {deadline.state.kind !== "done" && <p className={styles.consequence}>{describeConsequence(deadline)}</p>}
          </li>
        );
      })}
    </ul>
  );
}
