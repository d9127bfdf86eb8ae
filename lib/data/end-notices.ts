import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEvent } from "./audit-events";
import { fromDbDate, toDbDate } from "./codecs";
import { prisma } from "./prisma";
import type { Actor, AuthorizedOperationId } from "./scope";

/** Which suspension or end people are told of. */
export type EndingKey = { readonly ending: "suspension" | "termination"; readonly effectDay: CivilDate };

export type EndNoticeRow = EndingKey & {
  readonly operationId: string;
  readonly participantId: string;
  readonly toldDay: CivilDate;
};

/** Who was told of what, in some operations. */
export async function listEndNotices(operationIds: readonly AuthorizedOperationId[]): Promise<readonly EndNoticeRow[]> {
  const rows = await prisma.endNotice.findMany({
    where: { operationId: { in: [...operationIds] } },
    select: { operationId: true, participantId: true, ending: true, effectDay: true, toldDay: true },
  });
  return rows.map(({ effectDay, toldDay, ...row }) => ({
    ...row,
    effectDay: fromDbDate(effectDay),
    toldDay: fromDbDate(toldDay),
  }));
}

/**
 * Records that participants were told of a suspension or an end; who was told already stays as he was. One transaction with
 * its audit event.
 *
 * @returns How many were told.
 */
export async function insertEndNotices(
  operationId: AuthorizedOperationId,
  actor: Actor,
  { ending, effectDay }: EndingKey,
  participantIds: readonly string[],
  toldDay: CivilDate,
): Promise<number> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.endNotice.createMany({
      data: participantIds.map((participantId) => ({
        operationId,
        participantId,
        ending,
        effectDay: toDbDate(effectDay),
        toldDay: toDbDate(toldDay),
        createdBy: actor.userId,
      })),
      skipDuplicates: true,
    });
    const entry = { operationId, actor, objectType: "operation", objectId: operationId } as const;
    const after = { ending, effectDay, toldDay, participantIds: [...participantIds] };
    await insertAuditEvent({ ...entry, action: "tell.convention_end", after }, tx);
    return count;
  });
}
