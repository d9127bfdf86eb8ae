import { PageSection } from "@/components/ui/page-section";
import type { DeadlineState } from "@/lib/domain/deadlines/deadline";
import { formatCount } from "@/lib/format/format-number";
import styles from "./deadline-list.module.css";
import { DeadlineRows, type DeadlineRowsProps } from "./deadline-rows";

const GROUPS: readonly { readonly title: string; readonly kinds: readonly DeadlineState["kind"][] }[] = [
  { title: "En retard", kinds: ["late"] },
  { title: "Cette semaine", kinds: ["due_soon", "open"] },
  { title: "Ensuite", kinds: ["to_come"] },
];

/** A group of a thousand operations is longer than anybody reads: the filters narrow it. */
const SHOWN = 100;

/** What is to do, late first; what is done stands under a fold. */
export function DeadlineList({ deadlines, operations }: DeadlineRowsProps) {
  const done = deadlines.filter(({ state }) => state.kind === "done");
  return (
    <>
      {GROUPS.map(({ title, kinds }) => (
        <Group
          key={title}
          title={title}
          deadlines={deadlines.filter(({ state }) => kinds.includes(state.kind))}
          operations={operations}
        />
      ))}
      {done.length > 0 && (
        <details className={styles.done}>
          <summary>{formatCount(done.length, "échéance faite", "échéances faites")} ces deux derniers mois</summary>
          <DeadlineRows deadlines={done.slice(0, SHOWN)} operations={operations} />
          <Rest count={done.length - SHOWN} />
        </details>
      )}
    </>
  );
}

function Group({ title, deadlines, operations }: DeadlineRowsProps & { title: string }) {
  if (deadlines.length === 0) return null;
  return (
    <PageSection title={title}>
      <DeadlineRows deadlines={deadlines.slice(0, SHOWN)} operations={operations} />
      <Rest count={deadlines.length - SHOWN} />
    </PageSection>
  );
}

function Rest({ count }: { count: number }) {
  if (count <= 0) return null;
  return <p className={styles.facts}>Et {formatCount(count, "autre", "autres")} : choisissez une opération.</p>;
}
