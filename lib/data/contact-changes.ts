import "server-only";
import type { OperationParty, PartyRole } from "@/lib/domain/operation/operation-party";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEvent } from "./audit-events";
import { fromDbDate, toDbDate } from "./codecs";
import { writeOperationPartyIn } from "./operation-sheets";
import { prisma } from "./prisma";
import type { Actor, AuthorizedOperationId } from "./scope";

/** New details of somebody the convention names, and when they bind. */
export type ContactChangeRow = {
  readonly operationId: string;
  readonly id: string;
  readonly role: PartyRole;
  readonly noticeDay: CivilDate;
  readonly bindingDay: CivilDate;
  readonly details: Partial<OperationParty>;
  /** Whether the sheet has them. */
  readonly isApplied: boolean;
};

const SELECT = {
  operationId: true,
  id: true,
  role: true,
  noticeDay: true,
  bindingDay: true,
  details: true,
  appliedAt: true,
} as const;

type Stored = {
  readonly operationId: string;
  readonly id: string;
  readonly role: PartyRole;
  readonly noticeDay: Date;
  readonly bindingDay: Date;
  readonly details: unknown;
  readonly appliedAt: Date | null;
};

const toRow = ({ noticeDay, bindingDay, details, appliedAt, ...row }: Stored): ContactChangeRow => ({
  ...row,
  noticeDay: fromDbDate(noticeDay),
  bindingDay: fromDbDate(bindingDay),
  details: details as Partial<OperationParty>,
  isApplied: appliedAt !== null,
});

/** The changes of some operations, latest first. */
export async function listContactChanges(
  operationIds: readonly AuthorizedOperationId[],
): Promise<readonly ContactChangeRow[]> {
  const rows = await prisma.contactChange.findMany({
    where: { operationId: { in: [...operationIds] } },
    orderBy: [{ noticeDay: "desc" }, { createdAt: "desc" }],
    select: SELECT,
  });
  return rows.map(toRow);
}

/** Records that the other party was told of new details. One transaction with its audit event, which names nobody. */
export async function insertContactChange(
  operationId: AuthorizedOperationId,
  actor: Actor,
  change: Pick<ContactChangeRow, "role" | "noticeDay" | "bindingDay" | "details">,
): Promise<string> {
  const { role, noticeDay, bindingDay, details } = change;
  return prisma.$transaction(async (tx) => {
    const { id } = await tx.contactChange.create({
      data: {
        operationId,
        role,
        noticeDay: toDbDate(noticeDay),
        bindingDay: toDbDate(bindingDay),
        details,
        createdBy: actor.userId,
      },
      select: { id: true },
    });
    const entry = { operationId, actor, objectType: "contact_change", objectId: id } as const;
    const after = { role, noticeDay, bindingDay };
    await insertAuditEvent({ ...entry, action: "record.contact_change", after }, tx);
    return id;
  });
}

/** Changes that bind on a day and are not in the sheet yet, of every operation, in the order they bind: for the daily job. */
export async function listDueContactChanges(
  today: CivilDate,
): Promise<readonly { readonly operationId: string; readonly contactChangeId: string }[]> {
  const rows = await prisma.contactChange.findMany({
    where: { appliedAt: null, bindingDay: { lte: toDbDate(today) } },
    orderBy: [{ bindingDay: "asc" }, { createdAt: "asc" }],
    select: { operationId: true, id: true },
  });
  return rows.map(({ operationId, id }) => ({ operationId, contactChangeId: id }));
}

/**
 * Brings a change that binds into the sheet, once. One transaction with its audit events.
 *
 * @returns False when it was brought in already.
 */
export async function applyContactChange(
  operationId: AuthorizedOperationId,
  actor: Actor,
  contactChangeId: string,
  now: Date,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.contactChange.updateMany({
      where: { operationId, id: contactChangeId, appliedAt: null },
      data: { appliedAt: now },
    });
    if (count === 0) return false;
    const where = { operationId_id: { operationId, id: contactChangeId } };
    const { role, details } = toRow(await tx.contactChange.findUniqueOrThrow({ where, select: SELECT }));
    await writeOperationPartyIn(tx, operationId, actor, role, details);
    const entry = { operationId, actor, objectType: "contact_change", objectId: contactChangeId } as const;
    await insertAuditEvent({ ...entry, action: "bind.contact_change", after: { role } }, tx);
    return true;
  });
}
