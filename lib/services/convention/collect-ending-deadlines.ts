import "server-only";
import { type EndingFact, listEndingFacts } from "@/lib/data/ending-facts";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "@/lib/format/format-date";
import type { DeadlineCollector } from "@/lib/services/deadlines/deadline-collector";

/**
 * The three months of a suspension, the secrecy after an end, the DSO's own notices before either, and participants still to
 * be told of what we asked for.
 */
export const collectEndingDeadlines: DeadlineCollector = async (operations, { today, since }) => {
  const facts = await listEndingFacts(
    operations.map(({ id }) => id),
    today,
  );
  return facts
    .flatMap((fact) => [...eventsOf(fact, facts), ...dsoNotice(fact, today)])
    .filter(({ doneOn }) => doneOn === null || doneOn >= since);
};

/** Owed five working days before the effect (art. 8.5.2, 8.6.2): after it nobody waits for it any more. */
function dsoNotice({ operationId, from, status, dsoToldDay }: EndingFact, today: CivilDate): readonly DeadlineEvent[] {
  if (status === "active" || (dsoToldDay === null && from <= today)) return [];
  const subject = { id: `${status}-${from}`, text: describeEnding(status, from), namesPerson: false };
  return [
    { operationId, rule: "end-notice", subject, anchorDay: from, doneOn: dsoToldDay, path: "/echeances/convention" },
  ];
}

const describeEnding = (status: EndingFact["status"], from: CivilDate): string =>
  `${status === "suspended" ? "suspension" : "fin de la convention"} le ${formatDay(from)}`;

function eventsOf(fact: EndingFact, all: readonly EndingFact[]): readonly DeadlineEvent[] {
  const { operationId, from, status, isRequested, isAnnounced, knownDay, untoldCount, lastToldDay } = fact;
  if (status === "active") return [];
  const isSuspension = status === "suspended";
  const subject = { id: `${status}-${from}`, text: describeEnding(status, from), namesPerson: false };
  const event = { operationId, subject, path: "/echeances/convention" };
  const told = untoldCount > 0 ? null : (lastToldDay ?? knownDay);
  // A letter of the DSO asks for it by itself.
  const toTell: readonly DeadlineEvent[] = isRequested
    ? [{ ...event, rule: "end-notice-participants", anchorDay: knownDay, doneOn: told }]
    : [];
  if (isAnnounced) return toTell;
  if (!isSuspension) return [...toTell, { ...event, rule: "confidentiality", anchorDay: from, doneOn: null }];
  const after = all.find(
    (each) => each.operationId === operationId && !each.isAnnounced && each.from >= from && each.status !== status,
  );
  return [...toTell, { ...event, rule: "suspension-limit", anchorDay: from, doneOn: after?.from ?? null }];
}
