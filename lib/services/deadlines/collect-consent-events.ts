import "server-only";
import { readWatchedConsents, type WatchedConsents } from "@/lib/data/watched-consents";
import { consentState } from "@/lib/domain/consents/consent-state";
import { listMissingConsents } from "@/lib/domain/consents/list-missing-consents";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";
import { retentionEnd } from "@/lib/domain/personal-data/retention-end";
import { addMonths } from "@/lib/domain/time/add-months";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import type { DeadlineCollector, WatchedOperation } from "./deadline-collector";

/** How long before the end of a consent, or of its retention, it is told. [d] */
const NOTICE_DAYS = 60;
/** Annexe 4: five years from the signature. [months] */
const RETENTION_MONTHS = 60;

/**
 * What consents call for: one that is missing now or before an entry, one that ends (art. 5.1.1 and 5.1.4), the end of
 * their retention and the erasure of who left (annexe 4). Counted, never named.
 */
export const collectConsentEvents: DeadlineCollector = async (operations, { today }) => {
  const consents = await readWatchedConsents(operations.map(({ id }) => id));
  return operations.flatMap((operation) => {
    const own = consents.get(operation.id);
    return own ? listEvents(operation, own, today) : [];
  });
};

function listEvents(operation: WatchedOperation, own: WatchedConsents, today: CivilDate): readonly DeadlineEvent[] {
  const registry = { ...own, management: operation.sheet.perimeterManagement };
  const missing = listMissingConsents(registry, today);
  const lacking = new Set(missing.map(({ meteringPointId }) => meteringPointId));
  const now = missing.filter(({ isEntering }) => !isEntering);
  const eventOf = toEvent(operation.id);
  return [
    ...(now.length > 0 ? [eventOf("consent-missing", "consents", today, countPeople(now))] : []),
    ...byKey(missing.filter(({ isEntering }) => isEntering).map((each) => [each.neededOn, each])).map(([day, each]) =>
      eventOf("consent-before-entry", day, day, `${countPeople(each)}, entrée le ${formatDay(day)}`),
    ),
    ...listExpiryDays(own, today).flatMap((day) => {
      const ending = listMissingConsents(registry, day).filter(
        ({ meteringPointId, isEntering }) => !isEntering && !lacking.has(meteringPointId),
      );
      return ending.length > 0 ? [eventOf("consent-renewal", day, day, countPeople(ending))] : [];
    }),
    ...byKey(own.consents.map((each) => [each.givenDay, each]))
      .filter(([given]) => isSoon(addMonths(given, RETENTION_MONTHS), today))
      .map(([given, each]) => eventOf("consent-retention", given, given, countPeople(each))),
    ...byKey(listErasures(own, today)).map(([ended, each]) => ({
      ...eventOf("consent-destruction", ended, ended, countPeople(each)),
      path: "/participants",
    })),
  ];
}

const toEvent =
  (operationId: string) =>
  (rule: DeadlineEvent["rule"], id: string, anchorDay: CivilDate, text: string): DeadlineEvent => ({
    operationId,
    rule,
    subject: { id, text, namesPerson: false },
    anchorDay,
    doneOn: null,
    path: "/participants/consentements",
  });

const countPeople = (rows: readonly { readonly participantId: string }[]): string =>
  formatCount(new Set(rows.map(({ participantId }) => participantId)).size, "participant", "participants");

const isSoon = (day: CivilDate, today: CivilDate): boolean => day > today && day <= addDays(today, NOTICE_DAYS);

/** Who is erased soon, by the last day that bound him. */
function listErasures(
  { participants, points, consents }: WatchedConsents,
  today: CivilDate,
): readonly (readonly [CivilDate, { readonly participantId: string }])[] {
  const pointsOf = new Map(byKey(points.map((point) => [point.participantId, point])));
  const consentsOf = new Map(byKey(consents.map((consent) => [consent.participantId, consent])));
  return participants.flatMap(({ id, isErased }) => {
    if (isErased) return [];
    const stays = (pointsOf.get(id) ?? []).flatMap(({ attachments }) => attachments);
    const retention = retentionEnd({ stays, consents: consentsOf.get(id) ?? [] }, today);
    const isTold = retention.kind === "kept" && isSoon(retention.endDay, today);
    return isTold ? [[retention.endedOn, { participantId: id }] as const] : [];
  });
}

/** The days on which a consent that counts today ends. */
function listExpiryDays({ consents }: WatchedConsents, today: CivilDate): readonly CivilDate[] {
  const days = consents.flatMap((consent) =>
    consent.expiryDay !== null && isSoon(consent.expiryDay, today) && consentState(consent, today) === "valid"
      ? [consent.expiryDay]
      : [],
  );
  return [...new Set(days)].sort();
}

function byKey<K extends string, T>(pairs: readonly (readonly [K, T])[]): readonly (readonly [K, readonly T[]])[] {
  const groups = new Map<K, T[]>();
  for (const [key, each] of pairs) {
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
