import "server-only";
import type { Stay } from "@/lib/domain/perimeter/changed-days";
import { listCountingDays } from "@/lib/domain/perimeter/list-counting-days";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Prisma } from "@/lib/generated/prisma/client";
import type {
  AttachmentRole,
  EnergySource,
  ExitCause,
  ParticipantKind,
  VoltageLevel,
} from "@/lib/generated/prisma/enums";
import { fromDbDate } from "./codecs";
import { prisma } from "./prisma";
import { isNameRestricted, RESTRICTED_NAME } from "./restricted-name";
import type { AuthorizedOperationId } from "./scope";

export type AttachedPeriod = {
  readonly role: AttachmentRole;
  readonly from: CivilDate;
  /** First day that no longer counts; null while open. */
  readonly toExclusive: CivilDate | null;
};

export type MeteringPointSheet = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  /** Who holds it last. */
  readonly participantId: string;
  readonly participantName: string;
  /** Who held it, stay by stay, oldest first. */
  readonly holders: readonly (Stay & { readonly participantId: string; readonly participantName: string })[];
  readonly peakPowerW: number | null;
  readonly injectionContract: string | null;
  readonly voltage: VoltageLevel | null;
  readonly subscribedPowerVa: number | null;
  /** As estimated by its holder, before a year is measured. [Wh] */
  readonly annualWithdrawalWh: number | null;
  readonly surfaceM2: number | null;
  readonly energySource: EnergySource | null;
  /** A storage unit counts as consumer and as producer (code de l'énergie, D.315-5). */
  readonly isStorage: boolean;
  /** Of who holds it last. */
  readonly holderKind: ParticipantKind;
  /** When it counts, whoever holds it. */
  readonly attachments: readonly AttachedPeriod[];
};

const SHEET = {
  id: true,
  prm: true,
  name: true,
  participantId: true,
  peakPowerW: true,
  injectionContract: true,
  voltage: true,
  subscribedPowerVa: true,
  annualWithdrawalWh: true,
  surfaceM2: true,
  energySource: true,
  isStorage: true,
} as const;

/** Every metering point of an operation with the days it counts, by name. */
export async function listMeteringPoints(operationId: AuthorizedOperationId): Promise<readonly MeteringPointSheet[]> {
  const points = await prisma.meteringPoint.findMany({
    where: { operationId },
    select: {
      ...SHEET,
      participant: { select: { kind: true, name: true, restrictedAt: true, erasedAt: true } },
      attachments: {
        orderBy: { fromDay: "asc" },
        select: {
          role: true,
          fromDay: true,
          toDay: true,
          participant: { select: { id: true, name: true, restrictedAt: true, erasedAt: true } },
        },
      },
    },
  });
  const sheets = points.map(({ participant, attachments, ...point }) => {
    const stays = attachments.map(({ role, fromDay, toDay, participant: holder }) => ({
      role,
      participantId: holder.id,
      participantName: isNameRestricted(holder) ? RESTRICTED_NAME : holder.name,
      from: fromDbDate(fromDay),
      toExclusive: toDay && fromDbDate(toDay),
    }));
    const holders = stays.map(({ role: _, ...stay }) => stay);
    const names = shownNames(point.name, participant);
    return { ...point, ...names, holderKind: participant.kind, holders, attachments: listCountingDays(stays) };
  });
  // Here, not in SQL: the order of accented letters must not depend on how a server was set up.
  return sheets.sort((a, b) => a.name.localeCompare(b.name, "fr") || a.prm.localeCompare(b.prm));
}

function shownNames(
  name: string,
  participant: { readonly name: string; readonly restrictedAt: Date | null; readonly erasedAt: Date | null },
): { readonly name: string; readonly participantName: string } {
  if (!isNameRestricted(participant)) return { name, participantName: participant.name };
  return { name: RESTRICTED_NAME, participantName: RESTRICTED_NAME };
}

export type PointPlace = { readonly latitudeDegrees: number; readonly longitudeDegrees: number };

/** Where the metering points are whose place is known, by id. Apart from their sheets: it may be where somebody lives. */
export async function listPointPlaces(operationId: AuthorizedOperationId): Promise<ReadonlyMap<string, PointPlace>> {
  const points = await prisma.meteringPoint.findMany({
    where: { operationId, latitudeDegrees: { not: null }, longitudeDegrees: { not: null } },
    select: { id: true, latitudeDegrees: true, longitudeDegrees: true },
  });
  return new Map(
    points.flatMap(({ id, latitudeDegrees, longitudeDegrees }) =>
      latitudeDegrees === null || longitudeDegrees === null ? [] : [[id, { latitudeDegrees, longitudeDegrees }]],
    ),
  );
}

/** One stay of a metering point in the perimeter, with what was asked for and why it ends. */
export type StaySheet = AttachedPeriod & {
  readonly id: string;
  readonly holder: { readonly id: string; readonly name: string };
  /** The day asked for, once the DSO has set another one. */
  readonly requestedFrom: CivilDate | null;
  readonly requestedTo: CivilDate | null;
  readonly exitCause: ExitCause | null;
};

/** What is known of a metering point by people's own hand. */
export type MeteringPointDetails = {
  readonly name: string;
  readonly address: string | null;
  readonly peakPowerW: number | null;
  /** 10 digits. */
  readonly injectionContract: string | null;
  readonly withdrawalContract: string | null;
  /** Both known, or neither. */
  readonly latitudeDegrees: number | null;
  readonly longitudeDegrees: number | null;
  readonly voltage: VoltageLevel | null;
  readonly meterNumber: string | null;
  readonly isMeterCommunicating: boolean | null;
  readonly subscribedPowerVa: number | null;
  /** As estimated by its holder, before a year is measured. [Wh] */
  readonly annualWithdrawalWh: number | null;
  readonly surfaceM2: number | null;
  readonly energySource: EnergySource | null;
  readonly isStorage: boolean;
};

export type MeteringPointRecord = MeteringPointDetails & {
  readonly id: string;
  readonly prm: string;
  readonly participant: { readonly id: string; readonly name: string; readonly isErased: boolean };
  /** Oldest first. */
  readonly stays: readonly StaySheet[];
};

const RECORD = {
  ...SHEET,
  address: true,
  latitudeDegrees: true,
  longitudeDegrees: true,
  withdrawalContract: true,
  meterNumber: true,
  isMeterCommunicating: true,
  participant: { select: { id: true, name: true, restrictedAt: true, erasedAt: true } },
  attachments: {
    orderBy: [{ fromDay: "asc" }, { role: "asc" }],
    select: {
      id: true,
      participant: { select: { id: true, name: true, restrictedAt: true, erasedAt: true } },
      role: true,
      fromDay: true,
      toDay: true,
      requestedFromDay: true,
      requestedToDay: true,
      exitCause: true,
    },
  },
} as const satisfies Prisma.MeteringPointSelect;

/** All there is to know of one metering point, by its PRM. */
export async function findMeteringPoint(
  operationId: AuthorizedOperationId,
  prm: string,
): Promise<MeteringPointRecord | null> {
  const row = await prisma.meteringPoint.findUnique({
    where: { operationId_prm: { operationId, prm } },
    select: RECORD,
  });
  return row && toRecord(row);
}

/** The same of some metering points at once, by their ids; in no order. */
export async function listMeteringPointRecords(
  operationId: AuthorizedOperationId,
  ids: readonly string[],
): Promise<readonly MeteringPointRecord[]> {
  const rows = await prisma.meteringPoint.findMany({
    where: { operationId, id: { in: [...ids] } },
    select: RECORD,
  });
  return rows.map(toRecord);
}

function toRecord(row: Prisma.MeteringPointGetPayload<{ select: typeof RECORD }>): MeteringPointRecord {
  const { attachments, participant, participantId: _, ...point } = row;
  const { restrictedAt, erasedAt, ...holder } = participant;
  return {
    ...point,
    participant: { ...holder, isErased: restrictedAt !== null || erasedAt !== null },
    stays: attachments.map(({ id, role, exitCause, participant: ofStay, ...days }) => ({
      id,
      role,
      holder: { id: ofStay.id, name: isNameRestricted(ofStay) ? RESTRICTED_NAME : ofStay.name },
      from: fromDbDate(days.fromDay),
      toExclusive: days.toDay && fromDbDate(days.toDay),
      requestedFrom: days.requestedFromDay && fromDbDate(days.requestedFromDay),
      requestedTo: days.requestedToDay && fromDbDate(days.requestedToDay),
      exitCause,
    })),
  };
}
