import "server-only";
import { groupByOperation } from "@/lib/data/group-by-operation";
import { listEndDays } from "@/lib/data/operation-statuses";
import { listWatchedDeliveries, listWatchedKeys, type WatchedDelivery, type WatchedKey } from "@/lib/data/watched-keys";
import { listSettledPeriods } from "@/lib/data/watched-runs";
import { requiresNotice } from "@/lib/domain/coefficients/requires-notice";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { formatDay, formatPeriodName } from "@/lib/format/format-date";
import type { CollectedDays, DeadlineCollector } from "./deadline-collector";
import { watchedFrom, watchedPeriods } from "./watched-periods";

/**
 * What keys call for: the notice of a change and its announcement before its first day (art. 4.2, 4.3 and 5.1.1), the key
 * of each month under a dynamic one (art. 4.4).
 *
 * A key that a request asks for leaves the notice to the request.
 */
export const collectKeyEvents: DeadlineCollector = async (operations, days) => {
  const ids = operations.map(({ id }) => id);
  const from = watchedFrom(days.today);
  const [ends, keys, deliveries, periods] = await Promise.all([
    listEndDays(ids),
    listWatchedKeys(ids).then(groupByOperation),
    listWatchedDeliveries(ids, from).then(groupByOperation),
    listSettledPeriods(ids, from).then(groupByOperation),
  ]);
  return operations.flatMap((operation) => {
    const own = keys.get(operation.id) ?? [];
    const watched = watchedPeriods(operation, days.today, ends.get(operation.id));
    const settled = new Set(periods.get(operation.id)?.map((period) => period.from));
    return [
      ...own.flatMap((key) => listVersionEvents(key, own, days)),
      ...listMonthEvents(operation.id, watched, own, deliveries.get(operation.id) ?? [], settled, days),
    ];
  });
};

function listVersionEvents(
  key: WatchedKey,
  all: readonly WatchedKey[],
  { since }: CollectedDays,
): readonly DeadlineEvent[] {
  if (key.state === "sent" && key.from < since) return [];
  const before = all.findLast(({ state, from, id }) => state === "sent" && id !== key.id && from < key.from);
  const base = {
    operationId: key.operationId,
    subject: { id: key.id, text: `version ${key.version}, du ${formatDay(key.from)}`, namesPerson: false },
    anchorDay: key.from,
    path: `/coefficients/versions/${key.id}`,
  } as const;
  const isTold = key.announcedOn !== null && key.untold === 0;
  // What was recorded as in force already was announced elsewhere.
  const isHandled = key.state === "sent" && key.announcedOn === null;
  const notice = (before?.kind ?? "default") === key.kind ? "static-change" : "kind-change";
  return [
    ...(isHandled || key.isRequested || !requiresNotice(before?.kind ?? null, key.kind)
      ? []
      : [{ ...base, rule: notice, doneOn: key.sentDay } as const]),
    ...(isHandled ? [] : [{ ...base, rule: "announcement", doneOn: isTold ? key.announcedOn : null } as const]),
  ];
}

function listMonthEvents(
  operationId: string,
  periods: readonly Period[],
  keys: readonly WatchedKey[],
  deliveries: readonly WatchedDelivery[],
  settled: ReadonlySet<CivilDate>,
  { today, since }: CollectedDays,
): readonly DeadlineEvent[] {
  return periods.flatMap((period): readonly DeadlineEvent[] => {
    if (!isDynamic(keys, period)) return [];
    const delivery = deliveries.find(({ periodFrom }) => periodFrom === period.from);
    const isNotified = delivery?.firstSentDay != null && delivery.state !== "refused" && delivery.state !== "draft";
    // Settled without one: the default key was applied, and nothing can be notified any more.
    if (!isNotified && settled.has(period.from)) return [];
    const doneOn = isNotified ? delivery.firstSentDay : null;
    if (doneOn !== null && doneOn < since) return [];
    return [
      {
        operationId,
        rule: "dynamic-key",
        subject: { id: period.from, text: formatPeriodName(period.from, period.toExclusive), namesPerson: false },
        anchorDay: period.toExclusive,
        doneOn,
        path: period.toExclusive <= today ? `/coefficients/cle-du-mois/${period.from}` : "/coefficients/cle-du-mois",
      },
    ];
  });
}

/** Whether the key at the end of a period is notified month by month. */
function isDynamic(keys: readonly WatchedKey[], { toExclusive }: Period): boolean {
  const last = addDays(toExclusive, -1);
  const held = keys.find(
    (key) => key.state === "sent" && key.from <= last && (key.toExclusive === null || key.toExclusive > last),
  );
  return held?.kind === "dynamic_simple" || held?.kind === "dynamic_full";
}
