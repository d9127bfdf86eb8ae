import "server-only";
import { type EndingFact, listEndingFacts } from "@/lib/data/ending-facts";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";
import { formatDay } from "@/lib/format/format-date";
import type { DeadlineCollector } from "@/lib/services/deadlines/deadline-collector";

/** The three months of a suspension, the secrecy after an end, and participants still to be told of what we asked for. */
export const collectEndingDeadlines: DeadlineCollector = async (operations, { today, since }) => {
  const facts = await listEndingFacts(
    operations.map(({ id }) => id),
    today,
  );
  return facts.flatMap((fact) => eventsOf(fact, facts)).filter(({ doneOn }) => doneOn === null || doneOn >= since);
};

function eventsOf(fact: EndingFact, all: readonly EndingFact[]): readonly DeadlineEvent[] {
  const { operationId, from, status, isRequested, recordedDay, untoldCount, lastToldDay } = fact;
  if (status === "active") return [];
  const isSuspension = status === "suspended";
  const text = `${isSuspension ? "suspension" : "fin de la convention"} le ${formatDay(from)}`;
  const subject = { id: `${status}-${from}`, text, namesPerson: false };
  const event = { operationId, subject, path: "/echeances/convention" };
  const after = all.find((each) => each.operationId === operationId && each.from >= from && each.status !== status);
  const told = untoldCount > 0 ? null : (lastToldDay ?? recordedDay);
  return [
    // A letter of the DSO asks for it by itself.
    ...(isRequested
      ? [{ ...event, rule: "end-notice-participants", anchorDay: recordedDay, doneOn: told } as const]
      : []),
    isSuspension
      ? { ...event, rule: "suspension-limit", anchorDay: from, doneOn: after?.from ?? null }
      : { ...event, rule: "confidentiality", anchorDay: from, doneOn: null },
  ];
}
