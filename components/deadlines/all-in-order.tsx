import { EmptyState } from "@/components/ui/empty-state";
import type { Deadline } from "@/lib/domain/deadlines/deadline";
import { describeDeadline, describeDueDay } from "@/lib/format/describe-deadline";

/** Nothing waits: says so, and what comes next. Something does: says nothing. */
export function AllInOrder({ deadlines, isNarrowed }: { deadlines: readonly Deadline[]; isNarrowed: boolean }) {
  if (deadlines.some(({ state }) => state.kind !== "done" && state.kind !== "to_come")) return null;
  // Of a narrowed list it says nothing about the rest.
  if (isNarrowed) return deadlines.length === 0 ? <p>Aucune échéance ne correspond à ces choix.</p> : null;
  const next = deadlines.find(({ state }) => state.kind === "to_come");
  return (
    <EmptyState
      title="Tout est en ordre"
      purpose={
        next
          ? `Rien n’est en retard ni à faire cette semaine. Ensuite : ${describeDeadline(next)}, ${describeDueDay(next)}.`
          : "Rien n’est en retard, rien n’est attendu. Chaque échéance de la convention apparaîtra ici d’elle-même."
      }
    />
  );
}
