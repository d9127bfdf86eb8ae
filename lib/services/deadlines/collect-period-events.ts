import "server-only";
import { groupByOperation } from "@/lib/data/group-by-operation";
import { listEndDays } from "@/lib/data/operation-statuses";
import { countReceivedDays, type ReceivedDays } from "@/lib/data/received-days";
import { listWatchedRuns, type WatchedRun } from "@/lib/data/watched-runs";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { formatPeriodName } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import type { CollectedDays, DeadlineCollector } from "./deadline-collector";
import { watchedFrom, watchedPeriods } from "./watched-periods";

/**
 * What the periods call for: the operator's data within eight days (art. 5.2.2), the settlement, another one when data
 * changed, a look at what differs from the operator's figures.
 *
 * A period counts as received once every day of every metering point is measured or can be corrected (art. 5.2.3), as
 * far as that is known without reading curves.
 */
export const collectPeriodEvents: DeadlineCollector = async (operations, { today, since }) => {
  const ids = operations.map(({ id }) => id);
  const ends = await listEndDays(ids);
  const watched = operations.flatMap((operation) =>
    watchedPeriods(operation, today, ends.get(operation.id)).map((period) => ({ operationId: operation.id, period })),
  );
  const runs = groupByOperation(await listWatchedRuns(ids, watchedFrom(today)));
  const runOf = ({ operationId, period }: (typeof watched)[number]) =>
    runs.get(operationId)?.find((run) => run.period.from === period.from) ?? null;
  const asked = watched.filter((each) => each.period.toExclusive <= today && runOf(each) === null);
  const received = groupByOperation(await countReceivedDays(asked));
  return watched.flatMap((each) => {
    const days = received.get(each.operationId)?.find(({ from }) => from === each.period.from) ?? null;
    return listEvents(each.operationId, { period: each.period, run: runOf(each), days }, { today, since });
  });
};

type Facts = {
  readonly period: Period;
  readonly run: WatchedRun | null;
  /** Null: not asked for, or nobody takes part. */
  readonly days: ReceivedDays | null;
};

type Base = Pick<DeadlineEvent, "operationId" | "subject" | "anchorDay">;

function listEvents(operationId: string, facts: Facts, { today, since }: CollectedDays): readonly DeadlineEvent[] {
  const { period, run, days } = facts;
  const name = formatPeriodName(period.from, period.toExclusive);
  const base = {
    operationId,
    subject: { id: period.from, text: name, namesPerson: false },
    anchorDay: period.toExclusive,
  };
  if (period.toExclusive > today) return [{ ...base, rule: "measures", doneOn: null, path: "/mesures" }];
  if (run) return listSettledEvents(base, run, since);
  // Without anybody to share with there is nothing to expect.
  return days && days.producers > 0 && days.consumers > 0 ? listOpenEvents(base, days, since) : [];
}

function listSettledEvents(base: Base, run: WatchedRun, since: CivilDate): readonly DeadlineEvent[] {
  const { settledOn, isStale, isClosed, differences } = run;
  const path = sheetOf(base);
  return [
    ...(settledOn >= since ? [{ ...base, rule: "settle", doneOn: settledOn, path } as const] : []),
    ...(isStale ? [{ ...base, rule: "settle-again", doneOn: null, path } as const] : []),
    ...(differences > 0 && !isClosed
      ? [{ ...base, rule: "explain-difference", doneOn: null, path: `${path}/comparaison` } as const]
      : []),
  ];
}

function listOpenEvents(base: Base, days: ReceivedDays, since: CivilDate): readonly DeadlineEvent[] {
  const { lackingDays, lackingPoints, lastReceivedOn } = days;
  if (lackingDays > 0) {
    const lacking = formatCount(lackingPoints, "PRM incomplet", "PRM incomplets");
    const subject = { ...base.subject, text: `${base.subject.text}, ${lacking}` };
    return [{ ...base, rule: "measures", subject, doneOn: null, path: sheetOf(base) }];
  }
  const settle = { ...base, rule: "settle", doneOn: null, path: sheetOf(base) } as const;
  const isRecent = lastReceivedOn !== null && lastReceivedOn >= since;
  return [
    ...(isRecent ? [{ ...base, rule: "measures", doneOn: lastReceivedOn, path: "/mesures" } as const] : []),
    settle,
  ];
}

const sheetOf = ({ subject }: Base): string => `/periodes/${subject.id}`;
