import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { env } from "@/lib/env";
import { describeConsequence, describeDeadline } from "@/lib/format/describe-deadline";
import { listOperationDeadlines, type ReadableOperation } from "./list-operation-deadlines";

/** The deadlines of some operations as machines read them. */
export async function describeDeadlines(operations: readonly ReadableOperation[], today: CivilDate) {
  const sheets = new Map<string, ReadableOperation["sheet"]>(operations.map(({ id, sheet }) => [id, sheet]));
  const deadlines = await listOperationDeadlines(operations, today);
  return {
    date: today,
    deadlines: deadlines.flatMap((deadline) => {
      const sheet = sheets.get(deadline.operationId);
      if (!sheet) return [];
      const { id, rule, articles, actor, nature, anchorDay, dueDay, unit, state, doneOn, path } = deadline;
      return [
        {
          ...{ id, rule, articles, actor, nature, anchorDay, dueDay, unit },
          operation: { slug: sheet.slug, accNumber: sheet.accNumber },
          title: describeDeadline(deadline),
          consequence: describeConsequence(deadline),
          state: state.kind,
          lateDays: state.kind === "late" ? state.days : null,
          doneOn: state.kind === "done" ? state.on : doneOn,
          url: new URL(`/operations/${sheet.slug}${path}`, env.APP_URL).href,
        },
      ];
    }),
  };
}
