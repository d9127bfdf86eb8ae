import "server-only";
import { insertAuditEvent } from "@/lib/data/audit-events";
import { type Announcement, listAnnouncementsTo } from "@/lib/data/coefficient-announcements";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { type ComplaintRow, isComplaintStep, listComplaintsBy } from "@/lib/data/complaints";
import { listParticipantAccesses } from "@/lib/data/participant-accesses";
import { findPerson, type Person } from "@/lib/data/personal-data";
import { listEventsAbout, listMeasuredMonths, listSettledShares } from "@/lib/data/personal-data-energy";
import { listPersonMoney, listPersonPrices } from "@/lib/data/personal-data-money";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { Stay } from "@/lib/domain/perimeter/changed-days";
import type {
  PersonalDataStatement,
  StatementAnnouncement,
  StatementComplaint,
  StatementConsent,
  StatementPoint,
} from "@/lib/domain/personal-data/personal-data-statement";
import type { CoefficientKey } from "@/lib/domain/settlement/coefficient-key";
import type { TariffKnowledge } from "@/lib/domain/tariffs/break-down-curves";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { describeTariff } from "@/lib/format/describe-tariff";
import { PERSONAL_DATA_PURPOSES } from "@/lib/format/personal-data-purposes";
import { readTariffKnowledge } from "@/lib/services/tariffs/read-tariff-knowledge";
import { retentionOf } from "./erase-participant";
import { findFilesOfPerson } from "./find-files-of-person";

export type ExportedOperation = {
  readonly id: AuthorizedOperationId;
  readonly collectivity: { readonly name: string };
  readonly sheet: { readonly name: string; readonly accNumber: string | null };
};

/**
 * Everything held about one participant, for him to read and to take along (GDPR, art. 15 and 20). That it was given is
 * recorded.
 *
 * @returns Null when the operation has no such participant.
 */
export async function exportParticipant(
  operation: ExportedOperation,
  actor: Actor,
  participantId: string,
  now: Date,
): Promise<PersonalDataStatement | null> {
  const { id: operationId, sheet, collectivity } = operation;
  const person = await findPerson(operationId, participantId);
  if (!person) return null;
  // What was done to a metering point that changed hands is about others too.
  const pointIds = person.points.filter(({ days }) => days === null).map(({ id }) => id);
  const complaints = await listComplaintsBy(operationId, participantId);
  const ownIds = [...person.consents, ...complaints].map(({ id }) => id);
  const aboutIds = [participantId, ...pointIds, ...ownIds];
  const [keys, tariffs, announcements, accesses, shares, months, prices, money, events, found] = await Promise.all([
    listCoefficientKeys(operationId),
    readTariffKnowledge(operationId),
    listAnnouncementsTo(operationId, participantId),
    listParticipantAccesses(operationId, participantId),
    listSettledShares(operationId, person.points),
    listMeasuredMonths(operationId, person.points),
    listPersonPrices(operationId, participantId, person.points),
    listPersonMoney(operationId, person.points),
    listEventsAbout(operationId, aboutIds),
    findFilesOfPerson(operationId, person),
  ]);
  const prmOf = (id: string) => person.points.find((point) => point.id === id)?.prm ?? "";
  await insertAuditEvent({
    operationId,
    actor,
    action: "export.participant",
    objectType: "participant",
    objectId: participantId,
  });
  const { points, consents, ...participant } = person;
  return {
    operation: { name: sheet.name, accNumber: sheet.accNumber, collectivity: collectivity.name },
    madeAt: now,
    participant,
    meteringPoints: points.map((point) => toPoint(point, keys, tariffs)),
    consents: consents.map((consent) => toConsent(consent, prmOf)),
    complaints: complaints.map(toStatementComplaint),
    announcements: announcements.map((announcement) => toAnnouncement(announcement, prmOf)),
    accesses: accesses.map(({ userName, createdAt, endedAt }) => ({ account: userName, openedAt: createdAt, endedAt })),
    settledPeriods: shares.map(({ meteringPointId, ...share }) => ({ ...share, prm: prmOf(meteringPointId) })),
    measuredMonths: months.map(({ meteringPointId, ...month }) => ({ ...month, prm: prmOf(meteringPointId) })),
    prices: prices.map(({ meteringPointId, createdAt, ...price }) => ({
      ...price,
      prm: meteringPointId && prmOf(meteringPointId),
      enteredAt: createdAt,
    })),
    money: money.map(({ meteringPointId, ...amounts }) => ({ ...amounts, prm: prmOf(meteringPointId) })),
    events: events.map(({ at, action }) => ({ at, action })),
    files: found.files,
    retention: retentionOf(person, parisCivilDate(now.getTime())),
    purposes: PERSONAL_DATA_PURPOSES,
  };
}

function toPoint(
  { id, stays, days, isFormer: _, isNumberHis: __, energySource: ___, ...point }: Person["points"][number],
  keys: readonly CoefficientKey[],
  { schedules }: TariffKnowledge,
): StatementPoint {
  const own = schedules.get(id) ?? [];
  return {
    ...point,
    stays: stays.map(({ role, from, toExclusive }) => ({ role, from, toExclusive })),
    tariffs: own.flatMap((schedule, index) => {
      const span = { from: schedule.from, toExclusive: own[index + 1]?.from ?? null };
      return clipTo(days, span).map((clipped) => ({ ...clipped, description: describeTariff(schedule) }));
    }),
    shares: keys.flatMap(({ from, toExclusive, ppmByConsumer }) => {
      const ppm = ppmByConsumer.get(id);
      return ppm === undefined ? [] : clipTo(days, { from, toExclusive }).map((span) => ({ ...span, ppm }));
    }),
  };
}

/** The days of a span that are his. */
function clipTo(days: readonly Stay[] | null, span: Stay): readonly Stay[] {
  if (days === null) return [span];
  return days.flatMap((own) => {
    const from = own.from > span.from ? own.from : span.from;
    const ends = [own.toExclusive, span.toExclusive].flatMap((day) => day ?? []);
    const toExclusive = ends.toSorted()[0] ?? null;
    return toExclusive !== null && toExclusive <= from ? [] : [{ from, toExclusive }];
  });
}

function toConsent(
  { id: _, meteringPointId, fileName, sha256, ...consent }: Person["consents"][number],
  prmOf: (id: string) => string,
): StatementConsent {
  return {
    ...consent,
    prm: meteringPointId && prmOf(meteringPointId),
    document: sha256 === null ? null : { name: fileName ?? "Document", sha256 },
  };
}

function toStatementComplaint({ kind, receivedDay, subject, text, events }: ComplaintRow): StatementComplaint {
  const steps = events.flatMap(({ step, day, note, fileName, sha256 }) => {
    const document = sha256 === null ? null : { name: fileName ?? "Document", sha256 };
    return isComplaintStep(step) ? [{ step, day, note, document }] : [];
  });
  return { kind, receivedDay, subject, text, steps };
}

function toAnnouncement(
  { createdAt, channel, state, sentAt, figures }: Announcement,
  prmOf: (id: string) => string,
): StatementAnnouncement {
  return {
    createdAt,
    channel,
    state,
    sentAt,
    from: figures.from,
    shares: figures.shares.map(({ meteringPointId, beforePpm, afterPpm }) => {
      return { prm: prmOf(meteringPointId), beforePpm, afterPpm };
    }),
  };
}
