import "server-only";
import { readOperationStamps } from "@/lib/data/operation-stamps";
import type { Deadline } from "@/lib/domain/deadlines/deadline";
import { isToDo } from "@/lib/domain/deadlines/is-to-do";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { env } from "@/lib/env";
import { DEADLINE_FAMILIES } from "@/lib/format/deadline-texts";
import {
  describeArticles,
  describeConsequence,
  describeDeadline,
  describeDeadlineState,
} from "@/lib/format/describe-deadline";
import { type CalendarEvent, writeCalendar } from "@/lib/formats/icalendar/write-calendar";
import { listOperationDeadlines, type ReadableOperation } from "@/lib/services/deadlines/list-operation-deadlines";

/**
 * The deadlines of some operations that have a day and are not done, as an iCalendar document. Nobody is named in it: it
 * goes to programs and servers we know nothing of.
 */
export async function buildCalendar(operations: readonly ReadableOperation[], today: CivilDate): Promise<string> {
  const [deadlines, stamps] = await Promise.all([
    listOperationDeadlines(operations, today),
    readOperationStamps(operations.map(({ id }) => id)),
  ]);
  const sheets = new Map<string, ReadableOperation["sheet"]>(operations.map(({ id, sheet }) => [id, sheet]));
  const events = deadlines.flatMap((deadline): readonly CalendarEvent[] => {
    const sheet = sheets.get(deadline.operationId);
    const stamp = stamps.get(deadline.operationId);
    if (deadline.dueDay === null || deadline.state.kind === "done" || !sheet) return [];
    return [
      {
        uid: `${deadline.id}@${new URL(env.APP_URL).hostname}`,
        day: deadline.dueDay,
        summary: summarize(deadline),
        description: describe(deadline, sheet.name),
        url: new URL(`/operations/${sheet.slug}${deadline.path}`, env.APP_URL).href,
        category: DEADLINE_FAMILIES[deadline.family],
        changedAt: stamp?.changedAt ?? new Date(0),
        sequence: stamp?.writes ?? 0,
        hasAlarm: isToDo(deadline),
      },
    ];
  });
  return writeCalendar({ name: "Prorata : échéances", events });
}

function summarize(deadline: Deadline): string {
  const text = describeDeadline(deadline, { withNames: false });
  const own = deadline.actor === "dso" && deadline.nature === "duty" ? `Enedis\u00a0: ${text}` : text;
  return deadline.state.kind === "late" ? `En retard\u00a0: ${own}` : own;
}

function describe(deadline: Deadline, operationName: string): string {
  const articles = describeArticles(deadline);
  const state = deadline.state.kind === "late" ? [`${describeDeadlineState(deadline).text}.`] : [];
  return [
    operationName,
    ...state,
    describeConsequence(deadline),
    ...(articles ? [`Convention, ${articles}.`] : []),
  ].join("\n");
}
