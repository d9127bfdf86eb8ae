import type { Route } from "next";
import Link from "next/link";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Deadline } from "@/lib/domain/deadlines/deadline";
import {
  describeActor,
  describeArticles,
  describeConsequence,
  describeDeadline,
  describeDeadlineState,
  describeDueDay,
} from "@/lib/format/describe-deadline";
import styles from "./deadline-list.module.css";

export type DeadlineRowsProps = {
  deadlines: readonly Deadline[];
  /** By id: what leads to the screen where a deadline is done. Several: each row says whose it is. */
  operations: ReadonlyMap<string, { readonly slug: string; readonly name: string }>;
};

/** Deadlines one under the other: what, by when, under which article, and what follows if it is missed. */
export function DeadlineRows({ deadlines, operations }: DeadlineRowsProps) {
  return (
    <ul className={styles.list}>
      {deadlines.map((deadline) => {
        const operation = operations.get(deadline.operationId);
        const { text, tone } = describeDeadlineState(deadline);
        const articles = describeArticles(deadline);
        const isDone = deadline.state.kind === "done";
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
              {!isDone && <span>{describeActor(deadline)}</span>}
              {articles && <span>{articles}</span>}
            </p>
            {!isDone && <p className={styles.consequence}>{describeConsequence(deadline)}</p>}
          </li>
        );
      })}
    </ul>
  );
}
