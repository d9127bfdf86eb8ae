import type { DatedStatus } from "@/lib/domain/operation/operation-status-on";
import type { Attachment } from "@/lib/domain/perimeter/attachment";
import type { CoefficientKey } from "@/lib/domain/settlement/coefficient-key";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { MonthlyAnniversary } from "@/lib/domain/time/settlement-calendar";
import type { EventFact, OperationEvent } from "./operation-event";

/** A settlement period and where it stands. */
export type PeriodFacts = {
  readonly period: Period;
  /** Metering points, and days of theirs, that it waits for; both 0 when it waits for none. */
  readonly missing: { readonly points: number; readonly days: number };
  /** The latest version; null while it is not settled. */
  readonly run: {
    readonly version: number;
    readonly computedOn: CivilDate;
    readonly correctedSteps: number;
    readonly isStale: boolean;
    readonly isClosed: boolean;
  } | null;
};

export type OperationFacts = {
  /** When each metering point counts, whoever holds it. */
  readonly stays: readonly Omit<Attachment, "meteringPointId">[];
  /** Those that hold or held. */
  readonly keys: readonly Pick<CoefficientKey, "id" | "kind" | "from" | "toExclusive">[];
  readonly periods: readonly PeriodFacts[];
  /** Those that stand, the first one of the operation left out. */
  readonly anniversaries: readonly MonthlyAnniversary[];
  /** In the order they were recorded. */
  readonly statuses: readonly DatedStatus[];
};

/**
 * What explains the figures of a window: who entered and left, which key held, what lacked or was corrected, what was
 * settled, and what was decided of the convention.
 *
 * @returns By first day; what does not touch the window is left out.
 */
export function listOperationEvents(facts: OperationFacts, window: Period): readonly OperationEvent[] {
  const events = [
    ...listMoves(facts.stays, "entry"),
    ...listMoves(facts.stays, "exit"),
    ...facts.keys.map(keyEvent),
    ...facts.periods.flatMap(periodEvents),
    ...facts.anniversaries.map(anniversaryEvent),
    ...statusEvents(facts.statuses),
  ];
  return events
    .filter(({ from, toExclusive }) => from < window.toExclusive && (toExclusive === null || toExclusive > window.from))
    .sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1));
}

const onOneDay = (day: CivilDate) => ({ from: day, toExclusive: addDays(day, 1) });

function listMoves(stays: OperationFacts["stays"], kind: "entry" | "exit"): readonly OperationEvent[] {
  const days = new Map<CivilDate, { consumers: number; producers: number }>();
  for (const { role, from, toExclusive } of stays) {
    const day = kind === "entry" ? from : toExclusive;
    if (day === null) continue;
    const counts = days.get(day) ?? { consumers: 0, producers: 0 };
    if (role === "consumer") counts.consumers += 1;
    else counts.producers += 1;
    days.set(day, counts);
  }
  return [...days].map(([day, counts]) => ({
    id: `${kind}-${day}`,
    lane: "perimeter",
    ...onOneDay(day),
    fact: { kind, ...counts },
    path: "/participants",
  }));
}

function keyEvent({ id, kind, from, toExclusive }: OperationFacts["keys"][number]): OperationEvent {
  const fact: EventFact = { kind: "key", keyKind: kind };
  return { id: `key-${id}`, lane: "key", from, toExclusive, fact, path: "/coefficients/versions" };
}

function periodEvents({ period, missing, run }: PeriodFacts): readonly OperationEvent[] {
  const path = `/periodes/${period.from}`;
  const at = (lane: OperationEvent["lane"], fact: EventFact, under = path): OperationEvent => ({
    id: `${fact.kind}-${period.from}`,
    lane,
    ...period,
    fact,
    path: under,
  });
  if (!run) return missing.points === 0 ? [] : [at("measures", { kind: "missing", ...missing })];
  const { version, computedOn, correctedSteps, isStale, isClosed } = run;
  return [
    ...(correctedSteps > 0 ? [at("measures", { kind: "corrected", steps: correctedSteps })] : []),
    isStale && !isClosed
      ? at("settlement", { kind: "to_recompute", version, computedOn })
      : at("settlement", { kind: "settled", version, computedOn, isClosed }, version > 1 ? `${path}/versions` : path),
  ];
}

function anniversaryEvent({ from, dayOfMonth }: MonthlyAnniversary): OperationEvent {
  const fact: EventFact = { kind: "anniversary", dayOfMonth };
  return { id: `anniversary-${from}`, lane: "convention", ...onOneDay(from), fact, path: "/reglages/calendrier" };
}

const STATUS_FACTS = { suspended: "suspended", active: "resumed", ended: "ended" } as const;

/** A suspension lasts until the next decision; of several for one day, the last one recorded holds. */
function statusEvents(statuses: OperationFacts["statuses"]): readonly OperationEvent[] {
  const standing = [...new Map(statuses.map((each) => [each.from, each])).values()].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  );
  return standing.map(({ from, status }, index) => ({
    id: `status-${from}`,
    lane: "convention",
    from,
    toExclusive: status === "active" ? addDays(from, 1) : (standing[index + 1]?.from ?? null),
    fact: { kind: STATUS_FACTS[status] },
    path: "/echeances/convention",
  }));
}
