import "server-only";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEvent } from "./audit-events";
import { toDbDate } from "./codecs";
import { prisma } from "./prisma";
import type { Actor, AuthorizedCollectivityId } from "./scope";

export type NewOperation = {
  readonly slug: string;
  readonly accNumber: string | null;
  readonly name: string;
  readonly isDemonstration: boolean;
  readonly startDay: CivilDate;
  readonly monthlyAnniversaryDay: number;
  readonly stepMinutes: number;
  readonly participants: readonly NewParticipant[];
};

export type NewParticipant = {
  readonly name: string;
  /** SIRET or RNA; null for a resident, who has neither. */
  readonly legalId: string | null;
  readonly address: string | null;
  readonly email: string | null;
  readonly meteringPoints: readonly {
    readonly prm: string;
    readonly name: string;
    readonly peakPowerW: number | null;
    readonly injectionContract: string | null;
    readonly roles: readonly PerimeterRole[];
  }[];
};

/** Creates an operation with its initial perimeter, every PRM attached from the first day. One transaction. */
export async function insertOperation(
  collectivityId: AuthorizedCollectivityId,
  actor: Actor,
  { participants, ...sheet }: NewOperation,
): Promise<string> {
  return prisma.$transaction(async (tx) => {
    const fromDay = toDbDate(sheet.startDay);
    const { id } = await tx.operation.create({
      data: { ...sheet, collectivityId, startDay: fromDay },
      select: { id: true },
    });
    for (const { meteringPoints, ...details } of participants) {
      const participant = await tx.participant.create({ data: { operationId: id, ...details }, select: { id: true } });
      for (const { roles, ...point } of meteringPoints) {
        const created = await tx.meteringPoint.create({
          data: { ...point, operationId: id, participantId: participant.id },
          select: { id: true },
        });
        await tx.attachment.createMany({
          data: roles.map((role) => ({
            operationId: id,
            meteringPointId: created.id,
            prm: point.prm,
            role,
            fromDay,
          })),
        });
      }
    }
    const entry = {
      collectivityId,
      operationId: id,
      actor,
      action: "create.operation",
      objectType: "operation",
    } as const;
    await insertAuditEvent({ ...entry, objectId: id, after: { ...sheet, participants: participants.length } }, tx);
    return id;
  });
}

/** The id of an operation by its slug, for whoever runs the installation itself. */
export async function findOperationIdBySlug(slug: string): Promise<string | null> {
  const operation = await prisma.operation.findUnique({ where: { slug }, select: { id: true } });
  return operation?.id ?? null;
}
