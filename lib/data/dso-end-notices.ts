import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEvent } from "./audit-events";
import { fromDbDate, toDbDate } from "./codecs";
import type { EndingKey } from "./end-notices";
import { prisma } from "./prisma";
import type { Actor, AuthorizedOperationId } from "./scope";

/** What the DSO told suppliers, producers and balance responsible parties, and when (art. 8.5.2, 8.6.2). */
export type DsoEndNotice = EndingKey & { readonly toldDay: CivilDate };

/** The DSO's notices of an operation. */
export async function listDsoEndNotices(operationId: AuthorizedOperationId): Promise<readonly DsoEndNotice[]> {
  const rows = await prisma.dsoEndNotice.findMany({
    where: { operationId },
    select: { ending: true, effectDay: true, toldDay: true },
  });
  return rows.map(({ ending, effectDay, toldDay }) => ({
    ending,
    effectDay: fromDbDate(effectDay),
    toldDay: fromDbDate(toldDay),
  }));
}

/**
 * Records that the DSO told them; once recorded, it stays as it is. One transaction with its audit event.
 *
 * @returns False when it was recorded already.
 */
export async function insertDsoEndNotice(
  operationId: AuthorizedOperationId,
  actor: Actor,
  { ending, effectDay, toldDay }: DsoEndNotice,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const days = { effectDay: toDbDate(effectDay), toldDay: toDbDate(toldDay) };
    const data = [{ operationId, ending, ...days, createdBy: actor.userId }];
    const { count } = await tx.dsoEndNotice.createMany({ data, skipDuplicates: true });
    if (count === 0) return false;
    const entry = { operationId, actor, objectType: "operation", objectId: operationId } as const;
    await insertAuditEvent({ ...entry, action: "record.dso_end_notice", after: { ending, effectDay, toldDay } }, tx);
    return true;
  });
}
