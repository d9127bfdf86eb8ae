import type { Holding } from "./figures-group";
import { LEAST_PARTICIPANTS } from "./least-participants";
import { matrixRank } from "./matrix-rank";

/** Holdings that stand in the same sums: no subtraction can part them. */
type HoldingClass = { readonly column: readonly number[]; readonly participants: Set<string> };

/**
 * Whether sums can be added to and taken from each other, however often, so that one or two participants remain.
 *
 * As strict as can be: each metering point is taken to draw the same in every sum. One sum of one or two participants
 * isolates them; so do two sums between which one entered or left, or a metering point came to one of them; so does any
 * chain of sums that comes down to that.
 *
 * A combination leaves exactly the holdings of some participants when it lies in the row space of the sums and is 0
 * elsewhere; there is one if, without their columns, the sums have a lower rank.
 *
 * @param sums - The holdings in each sum; whose energy is public anyway left out.
 */
export function isolatesSomebody(sums: readonly (readonly Holding[])[]): boolean {
  const classes = classify(sums);
  const exposed = classes.filter(({ participants }) => participants.size < LEAST_PARTICIPANTS);
  if (exposed.length === 0) return false;
  const rank = rankOf(classes, sums.length);
  return listPairs([...new Set(exposed.flatMap(({ participants }) => [...participants]))]).some((pair) => {
    const rest = classes.filter(({ participants }) => ![...participants].every((id) => pair.includes(id)));
    return rest.length < classes.length && rankOf(rest, sums.length) < rank;
  });
}

function classify(sums: readonly (readonly Holding[])[]): readonly HoldingClass[] {
  const columns = new Map<string, { readonly participantId: string; readonly column: number[] }>();
  for (const [row, holdings] of sums.entries()) {
    for (const { participantId, meteringPointId } of holdings) {
      const key = `${participantId} ${meteringPointId}`;
      const held = columns.get(key) ?? { participantId, column: sums.map(() => 0) };
      held.column[row] = 1;
      columns.set(key, held);
    }
  }
  const classes = new Map<string, HoldingClass>();
  for (const { participantId, column } of columns.values()) {
    const key = column.join("");
    const same = classes.get(key) ?? { column, participants: new Set() };
    same.participants.add(participantId);
    classes.set(key, same);
  }
  return [...classes.values()];
}

const rankOf = (classes: readonly HoldingClass[], rowCount: number): number =>
  matrixRank(Array.from({ length: rowCount }, (_, row) => classes.map(({ column }) => column[row] ?? 0)));

// Each alone, and each with each.
function listPairs(ids: readonly string[]): readonly (readonly string[])[] {
  return ids.flatMap((id, index) => ids.slice(index).map((other) => [id, other]));
}
