import type { Deadline, DeadlineState } from "./deadline";

const RANKS: Readonly<Record<DeadlineState["kind"], number>> = { late: 0, due_soon: 1, open: 2, to_come: 3, done: 4 };

/**
 * Late first, then this week, then what has no day, then by date; what is done last, latest first.
 *
 * A day that many share keeps the order of the rules' subjects, so that the list does not change from one reading to the
 * next.
 */
export function sortDeadlines(deadlines: readonly Deadline[]): readonly Deadline[] {
  return deadlines.toSorted((a, b) => {
    const rank = RANKS[a.state.kind] - RANKS[b.state.kind];
    return rank || compareDays(a, b) || (a.id < b.id ? -1 : 1);
  });
}

function compareDays(a: Deadline, b: Deadline): number {
  const [first, second] = [dayOf(a), dayOf(b)];
  if (first === second) return 0;
  const isLater = first > second ? 1 : -1;
  return a.state.kind === "done" ? -isLater : isLater;
}

const dayOf = ({ state, dueDay }: Deadline): string => (state.kind === "done" ? state.on : (dueDay ?? ""));
