import "server-only";
import { randomUUID } from "node:crypto";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { MonthlyAnniversary } from "@/lib/domain/time/settlement-calendar";
import { insertAuditEventWith } from "./audit-events";
import { settlementLock } from "./operation-locks";
import { findOperation, type OperationSheet } from "./operations";
import { inLockedTransaction, pool } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

/** One move of the monthly anniversary, as it was recorded. */
export type RecordedAnniversaryMove = MonthlyAnniversary & {
  readonly id: string;
  readonly reason: string;
  readonly createdAt: Date;
  readonly authorName: string | null;
};

/** Every move of an operation's anniversary, latest first. */
export async function listRecordedMoves(
  operationId: AuthorizedOperationId,
): Promise<readonly RecordedAnniversaryMove[]> {
  const { rows } = await pool.query<RecordedAnniversaryMove>(
    `SELECT m.id::text, m.from_day::text AS "from", m.day_of_month::int AS "dayOfMonth", m.reason,
            m.created_at AS "createdAt", u.name AS "authorName"
       FROM anniversary_move m LEFT JOIN "user" u ON u.id = m.created_by
      WHERE m.operation_id = $1 ORDER BY m.created_at DESC, m.id DESC`,
    [operationId],
  );
  return rows;
}

/** The periods something was made of: a run, a closing, or the organiser's coefficients of a month. */
export async function listHeldPeriods(operationId: AuthorizedOperationId): Promise<readonly Period[]> {
  const { rows } = await pool.query<Period>(
    `SELECT period_from::text AS "from", period_to::text AS "toExclusive" FROM settlement_run WHERE operation_id = $1
      UNION SELECT period_from::text, period_to::text FROM coefficient_delivery
             WHERE operation_id = $1 AND source = 'organiser' AND superseded_at IS NULL
      ORDER BY 1`,
    [operationId],
  );
  return rows;
}

export type AnniversaryWriting = {
  readonly sheet: OperationSheet;
  readonly held: readonly Period[];
  /** Records a move, with its audit event. */
  readonly insert: (move: MonthlyAnniversary & { readonly reason: string }) => Promise<void>;
};

/** Changes the calendar of an operation as one transaction: no settlement and no month's key ends meanwhile. */
export async function writeAnniversary(
  operationId: AuthorizedOperationId,
  actor: Actor,
  body: (writing: AnniversaryWriting) => Promise<void>,
): Promise<void> {
  await inLockedTransaction(settlementLock(operationId), async (client) => {
    const [sheet, held] = await Promise.all([findOperation(operationId), listHeldPeriods(operationId)]);
    if (!sheet) throw new Error("the operation is gone");
    const insert = async ({ from, dayOfMonth, reason }: { from: CivilDate; dayOfMonth: number; reason: string }) => {
      await client.query(
        `INSERT INTO anniversary_move (operation_id, id, from_day, day_of_month, reason, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp())`,
        [operationId, randomUUID(), from, dayOfMonth, reason, actor.userId],
      );
      await insertAuditEventWith(client, {
        operationId,
        actor,
        action: "move.anniversary",
        objectType: "operation",
        objectId: operationId,
        after: { from, monthlyAnniversaryDay: dayOfMonth },
      });
    };
    await body({ sheet, held, insert });
  });
}
