import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEvent } from "./audit-events";
import { fromDbDate, toDbDate } from "./codecs";
import type { EndingKey } from "./end-notices";
import { prisma } from "./prisma";
import type { Actor, AuthorizedOperationId } from "./scope";

/** What the DSO told suppliers, producers and balance responsible parties, and when (art. 8.5.2, 8.6.2). */
export type DsoEndNotice = EndingKey & { readonly toldDay: CivilDate };

/** The DSO's notices of an operation, one an ending: what was noted last holds. */
export async function listDsoEndNotices(operationId: AuthorizedOperationId): Promise<readonly DsoEndNotice[]> {
  const rows = await prisma.dsoEndNotice.findMany({
    where: { operationId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    distinct: ["ending", "effectDay"],
    select: { ending: true, effectDay: true, toldDay: true },
  });
  return rows.map(({ ending, effectDay, toldDay }) => ({
    ending,
    effectDay: fromDbDate(effectDay),
    toldDay: fromDbDate(toldDay),
  }));
}

/**
 * Records that the DSO told them; of another day than the last one noted, it corrects it. One transaction with its audit
 * event.
 *
 * @returns False when that day was noted last already.
 */
export async function insertDsoEndNotice(
  operationId: AuthorizedOperationId,
  actor: Actor,
  { ending, effectDay, toldDay }: DsoEndNotice,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const key = { operationId, ending, effectDay: toDbDate(effectDay) };
    const last = await tx.dsoEndNotice.findFirst({
      where: key,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: { toldDay: true },
    });
    const before = last && fromDbDate(last.toldDay);
    if (before === toldDay) return false;
    await tx.dsoEndNotice.create({ data: { ...key, toldDay: toDbDate(toldDay), createdBy: actor.userId } });
    const entry = { operationId, actor, objectType: "operation", objectId: operationId } as const;
    const change = {
      ...(before && { before: { ending, effectDay, toldDay: before } }),
      after: { ending, effectDay, toldDay },
    };
    await insertAuditEvent({ ...entry, action: "record.dso_end_notice", ...change }, tx);
    return true;
  });
}
