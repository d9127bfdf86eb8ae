import "server-only";
import { listUnrequestedMoves, type PlannedMoves } from "@/lib/data/planned-moves";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";
import { formatDay } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import type { DeadlineCollector } from "./deadline-collector";

/** The request that planned entries and exits call for, 15 working days before their day (art. 3.2.1). */
export const collectPerimeterEvents: DeadlineCollector = async (operations, { today }) => {
  const moves = await listUnrequestedMoves(
    operations.map(({ id }) => id),
    today,
  );
  return moves.map(({ operationId, day, ...counts }): DeadlineEvent => {
    const text = `${describeMoves(counts)} le ${formatDay(day)}`;
    return {
      operationId,
      rule: "perimeter-request",
      subject: { id: day, text, namesPerson: false },
      anchorDay: day,
      doneOn: null,
      path: `/participants?jour=${day}`,
    };
  });
};

function describeMoves({ entries, exits }: Pick<PlannedMoves, "entries" | "exits">): string {
  return [
    ...(entries > 0 ? [formatCount(entries, "entrée", "entrées")] : []),
    ...(exits > 0 ? [formatCount(exits, "sortie", "sorties")] : []),
  ].join(" et ");
}
