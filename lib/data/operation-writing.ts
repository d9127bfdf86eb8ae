import "server-only";
import type { OperationParty } from "@/lib/domain/operation/operation-party";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { insertAuditEvent } from "./audit-events";
import { toDbDate } from "./codecs";
import type { OperationSheet } from "./operations";
import { prisma } from "./prisma";
import type { Actor, AuthorizedCollectivityId } from "./scope";

export type NewOperation = Pick<
  OperationSheet,
  "slug" | "accNumber" | "name" | "isDemonstration" | "startDay" | "monthlyAnniversaryDay" | "stepMinutes"
> &
  Partial<
    Pick<
      OperationSheet,
      "place" | "proximityKind" | "derogationBasis" | "networkZone" | "perimeterManagement" | "holidayRegion"
    >
  > & {
    readonly organiser?: Partial<OperationParty>;
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

/**
 * Creates an operation with its initial perimeter, every PRM attached from the first day. One transaction.
 *
 * @throws When its slug or its ACC number is another's, see {@link isUniqueViolation}.
 */
export async function insertOperation(
  collectivityId: AuthorizedCollectivityId,
  actor: Actor,
  { participants, organiser, ...sheet }: NewOperation,
): Promise<string> {
  return prisma.$transaction(async (tx) => {
    const fromDay = toDbDate(sheet.startDay);
    const { id } = await tx.operation.create({
      data: { ...sheet, collectivityId, startDay: fromDay },
      select: { id: true },
    });
    if (organiser) {
      const party = { ...organiser, operationId: id, role: "organiser" as const };
      await tx.operationParty.create({ data: party, select: { role: true } });
    }
    for (const { meteringPoints, ...details } of participants) {
      const kind = details.legalId === null ? "natural" : "legal";
      const participant = await tx.participant.create({
        data: { operationId: id, kind, ...details },
        select: { id: true },
      });
      for (const { roles, ...point } of meteringPoints) {
        const created = await tx.meteringPoint.create({
          data: { ...point, operationId: id, participantId: participant.id },
          select: { id: true },
        });
        await tx.attachment.createMany({
          data: roles.map((role) => ({
            operationId: id,
            meteringPointId: created.id,
            participantId: participant.id,
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

/** Whether a write was refused because what must be unique is another's already. */
export function isUniqueViolation(error: unknown): boolean {
  // Prisma's own code, and PostgreSQL's.
  return error instanceof Error && "code" in error && (error.code === "P2002" || error.code === "23505");
}

/** The id of an operation by its slug, for whoever runs the installation itself. */
export async function findOperationIdBySlug(slug: string): Promise<string | null> {
  const operation = await prisma.operation.findUnique({ where: { slug }, select: { id: true } });
  return operation?.id ?? null;
}
