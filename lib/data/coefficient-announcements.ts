import "server-only";
import type { AnnouncedFigures } from "@/lib/domain/coefficients/announced-figures";
import type { AnnouncementFailure } from "@/lib/domain/coefficients/announcement-failure";
import type { HeldStay } from "@/lib/domain/coefficients/list-announcements";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { AnnouncementChannel, AnnouncementState } from "@/lib/generated/prisma/enums";
import { fromDbDate, toDbDate } from "./codecs";
import { prisma } from "./prisma";
import { isNameRestricted, RESTRICTED_NAME } from "./restricted-name";
import type { AuthorizedOperationId } from "./scope";

export type Announcement = {
  readonly id: string;
  readonly participantId: string;
  readonly channel: AnnouncementChannel;
  readonly state: AnnouncementState;
  readonly figures: AnnouncedFigures;
  readonly failure: AnnouncementFailure | null;
  readonly createdAt: Date;
  /** When the mail server took it, or the first instant of the day the letter was handed over. */
  readonly sentAt: Date | null;
  /** False: the version was taken back to a draft since; he is to be told again. */
  readonly isCurrent: boolean;
};

/** Everything that was announced of a version, oldest first. */
export function listAnnouncements(operationId: AuthorizedOperationId, keyId: string): Promise<readonly Announcement[]> {
  return findAnnouncements({ operationId, keyId });
}

/** Everything that was announced to a participant, oldest first. */
export function listAnnouncementsTo(
  operationId: AuthorizedOperationId,
  participantId: string,
): Promise<readonly Announcement[]> {
  return findAnnouncements({ operationId, participantId });
}

async function findAnnouncements(where: Prisma.CoefficientAnnouncementWhereInput): Promise<readonly Announcement[]> {
  const rows = await prisma.coefficientAnnouncement.findMany({
    where,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      participantId: true,
      channel: true,
      state: true,
      figures: true,
      failure: true,
      createdAt: true,
      sentAt: true,
      key: { select: { announcedAt: true } },
    },
  });
  return rows.map(({ key: { announcedAt }, figures, failure, ...row }) => ({
    ...row,
    figures: figures as unknown as AnnouncedFigures,
    failure: failure as AnnouncementFailure | null,
    isCurrent: announcedAt !== null && row.createdAt >= announcedAt,
  }));
}

/** Somebody who may be told, and how he is reached. */
export type AnnouncedPerson = {
  readonly id: string;
  /** As lists show it. */
  readonly name: string;
  readonly address: string | null;
  readonly email: string | null;
  /** Erasure was asked for, or done: nothing is sent to him any more. */
  readonly isErased: boolean;
};

export type Audience = {
  /** By name. */
  readonly people: readonly AnnouncedPerson[];
  /** Those that go on until a day or end on it, by PRM. */
  readonly stays: readonly HeldStay[];
  /** What the sites are called, by metering point id. */
  readonly sites: ReadonlyMap<string, { readonly prm: string; readonly name: string }>;
};

/** Everybody of an operation, and the stays that reach a day. */
export async function readAudience(operationId: AuthorizedOperationId, day: CivilDate): Promise<Audience> {
  const [people, points, stays] = await Promise.all([
    prisma.participant.findMany({
      where: { operationId },
      select: { id: true, name: true, address: true, email: true, restrictedAt: true, erasedAt: true },
    }),
    prisma.meteringPoint.findMany({
      where: { operationId },
      select: { id: true, prm: true, name: true, participant: { select: { restrictedAt: true, erasedAt: true } } },
    }),
    prisma.attachment.findMany({
      where: { operationId, OR: [{ toDay: null }, { toDay: { gte: toDbDate(day) } }] },
      orderBy: [{ prm: "asc" }, { fromDay: "asc" }],
      select: { participantId: true, meteringPointId: true, role: true, fromDay: true, toDay: true },
    }),
  ]);
  return {
    people: people
      .map(({ restrictedAt, erasedAt, name, ...person }) => ({
        ...person,
        name: isNameRestricted({ restrictedAt, erasedAt }) ? RESTRICTED_NAME : name,
        isErased: restrictedAt !== null || erasedAt !== null,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, "fr") || a.id.localeCompare(b.id)),
    stays: stays.map(({ fromDay, toDay, ...stay }) => ({
      ...stay,
      from: fromDbDate(fromDay),
      toExclusive: toDay && fromDbDate(toDay),
    })),
    sites: new Map(
      points.map(({ id, prm, name, participant }) => [
        id,
        { prm, name: isNameRestricted(participant) ? RESTRICTED_NAME : name },
      ]),
    ),
  };
}
