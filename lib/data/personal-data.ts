import "server-only";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { Stay } from "@/lib/domain/perimeter/changed-days";
import { joinStays } from "@/lib/domain/perimeter/join-stays";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { ConsentKind, EnergySource, ExitCause, ParticipantKind, VoltageLevel } from "@/lib/generated/prisma/enums";
import { fromDbDate } from "./codecs";
import { CONSENT_DETAILS } from "./consent-details";
import { PARTICIPANT_DETAILS } from "./participant-details";
import { prisma } from "./prisma";
import type { AuthorizedOperationId } from "./scope";

export type PersonStay = {
  readonly role: PerimeterRole;
  readonly from: CivilDate;
  /** First day that no longer counts; null while open. */
  readonly toExclusive: CivilDate | null;
  readonly requestedFrom: CivilDate | null;
  readonly requestedTo: CivilDate | null;
  readonly exitCause: ExitCause | null;
};

export type PersonPoint = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  readonly address: string | null;
  readonly latitudeDegrees: number | null;
  readonly longitudeDegrees: number | null;
  readonly voltage: VoltageLevel | null;
  readonly meterNumber: string | null;
  readonly isMeterCommunicating: boolean | null;
  readonly subscribedPowerVa: number | null;
  readonly annualWithdrawalWh: number | null;
  readonly surfaceM2: number | null;
  readonly energySource: EnergySource | null;
  readonly isStorage: boolean;
  readonly peakPowerW: number | null;
  readonly injectionContract: string | null;
  readonly withdrawalContract: string | null;
  /** He held it, and somebody else does now: all but its number is the other's. */
  readonly isFormer: boolean;
  /** Everybody else who held it is erased: its number is nobody's but his. */
  readonly isNumberHis: boolean;
  /** His own stays. */
  readonly stays: readonly PersonStay[];
  /** The days that are his, once somebody else held it too; null: nobody else ever did, every day is. */
  readonly days: readonly Stay[] | null;
};

export type PersonConsent = {
  readonly id: string;
  readonly meteringPointId: string | null;
  readonly kind: ConsentKind;
  readonly givenDay: CivilDate;
  readonly expiryDay: CivilDate | null;
  readonly withdrawnDay: CivilDate | null;
  readonly withdrawalNote: string | null;
  readonly participation: boolean;
  readonly curveCollection: boolean;
  readonly supplierTransmission: boolean;
  readonly organiserTransmission: boolean;
  readonly fileName: string | null;
  /** Hexadecimal; null without a document. */
  readonly sha256: string | null;
};

/** Everything the registry holds about one participant. */
export type Person = {
  readonly id: string;
  readonly kind: ParticipantKind;
  readonly name: string;
  readonly legalId: string | null;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly isTenant: boolean;
  readonly restrictedAt: Date | null;
  readonly erasedAt: Date | null;
  /** By PRM. */
  readonly points: readonly PersonPoint[];
  /** Oldest first. */
  readonly consents: readonly PersonConsent[];
};

const STAY = {
  participantId: true,
  participant: { select: { erasedAt: true } },
  role: true,
  fromDay: true,
  toDay: true,
  requestedFromDay: true,
  requestedToDay: true,
  exitCause: true,
} as const;

const POINT = {
  id: true,
  prm: true,
  name: true,
  address: true,
  latitudeDegrees: true,
  longitudeDegrees: true,
  voltage: true,
  meterNumber: true,
  isMeterCommunicating: true,
  subscribedPowerVa: true,
  annualWithdrawalWh: true,
  surfaceM2: true,
  energySource: true,
  isStorage: true,
  peakPowerW: true,
  injectionContract: true,
  withdrawalContract: true,
} as const;

/** A participant with all that is known of him; null when the operation has none of this id. */
export async function findPerson(operationId: AuthorizedOperationId, participantId: string): Promise<Person | null> {
  const row = await prisma.participant.findUnique({
    where: { operationId_id: { operationId, id: participantId } },
    select: {
      ...PARTICIPANT_DETAILS,
      consents: { orderBy: [{ givenDay: "asc" }, { id: "asc" }], select: CONSENT_DETAILS },
    },
  });
  if (!row) return null;
  const { consents, ...identity } = row;
  return {
    ...identity,
    points: await listPersonPoints(operationId, participantId),
    consents: consents.map(({ sha256, ...consent }) => ({
      ...consent,
      givenDay: fromDbDate(consent.givenDay),
      expiryDay: dayOrNull(consent.expiryDay),
      withdrawnDay: dayOrNull(consent.withdrawnDay),
      sha256: sha256 && Buffer.from(sha256).toString("hex"),
    })),
  };
}

async function listPersonPoints(
  operationId: AuthorizedOperationId,
  participantId: string,
): Promise<readonly PersonPoint[]> {
  const points = await prisma.meteringPoint.findMany({
    where: { operationId, OR: [{ participantId }, { attachments: { some: { participantId } } }] },
    orderBy: { prm: "asc" },
    select: {
      ...POINT,
      participantId: true,
      participant: { select: { erasedAt: true } },
      attachments: { orderBy: { fromDay: "asc" }, select: STAY },
    },
  });
  return points.map(({ attachments, participantId: holderId, participant: holder, ...point }) => {
    const own = attachments.filter((stay) => stay.participantId === participantId);
    const stays = own.map(({ role, exitCause, ...days }) => ({
      role,
      exitCause,
      from: fromDbDate(days.fromDay),
      toExclusive: dayOrNull(days.toDay),
      requestedFrom: dayOrNull(days.requestedFromDay),
      requestedTo: dayOrNull(days.requestedToDay),
    }));
    const isFormer = holderId !== participantId;
    const isOnlyHolder = !isFormer && own.length === attachments.length;
    const details = isFormer ? { ...point, ...OF_THE_NEXT_HOLDER, name: point.prm } : point;
    const isNumberHis = [{ participantId: holderId, participant: holder }, ...attachments].every(
      (each) => each.participantId === participantId || each.participant.erasedAt !== null,
    );
    return { ...details, isFormer, isNumberHis, stays, days: isOnlyHolder ? null : joinStays(stays) };
  });
}

const OF_THE_NEXT_HOLDER = {
  address: null,
  latitudeDegrees: null,
  longitudeDegrees: null,
  voltage: null,
  meterNumber: null,
  isMeterCommunicating: null,
  subscribedPowerVa: null,
  annualWithdrawalWh: null,
  surfaceM2: null,
  energySource: null,
  peakPowerW: null,
  injectionContract: null,
  withdrawalContract: null,
} as const;

const dayOrNull = (date: Date | null): CivilDate | null => date && fromDbDate(date);

/**
 * Natural persons not erased yet, of every operation of the installation, by id after a given one: a page for the
 * retention job, which proves each operation by itself.
 */
export async function listPersonsToReview(
  after: string | null,
  limit: number,
): Promise<readonly { readonly operationId: string; readonly participantId: string }[]> {
  const rows = await prisma.participant.findMany({
    where: { kind: "natural", erasedAt: null, ...(after === null ? {} : { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: limit,
    select: { operationId: true, id: true },
  });
  return rows.map(({ operationId, id }) => ({ operationId, participantId: id }));
}

/** Whether a consent is of somebody who is erased, and its document with him. */
export async function isConsentErased(operationId: AuthorizedOperationId, consentId: string): Promise<boolean> {
  const where = { operationId, id: consentId, participant: { erasedAt: { not: null } } };
  return (await prisma.consent.count({ where })) > 0;
}
