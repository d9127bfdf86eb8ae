import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import type { Period } from "@/lib/domain/time/period";
import type { EnergyQuantity, MeasureDecisionKind } from "@/lib/generated/prisma/enums";
import { insertAuditEventWith } from "./audit-events";
import { settlementLock } from "./operation-locks";
import { inLockedTransaction, pool } from "./pg";
import { prisma } from "./prisma";
import type { Actor, AuthorizedOperationId } from "./scope";

export type NewMeasureDecision = {
  readonly meteringPointId: string;
  readonly quantity: EnergyQuantity;
  readonly kind: MeasureDecisionKind;
  /** Half-open. [ms] */
  readonly startMs: number;
  readonly endMs: number;
  /** Of a `value` only. [W] */
  readonly powerW: number | null;
  readonly reason: string;
};

/** What an officer decided of a stretch of a curve. */
export type MeasureDecision = NewMeasureDecision & {
  readonly id: string;
  /** Null for the installation itself. */
  readonly authorId: string | null;
  readonly atMs: number;
  /** Null while it stands. */
  readonly releasedAtMs: number | null;
};

/** The decisions that stand over a period, oldest first. */
export async function listStandingDecisions(
  operationId: AuthorizedOperationId,
  { from, toExclusive }: Period,
  client: Pick<PoolClient, "query"> = pool,
): Promise<readonly MeasureDecision[]> {
  const { rows } = await client.query<DecisionRow>(
    `SELECT * FROM measure_decision
      WHERE operation_id = $1 AND released_at IS NULL AND from_at < $3 AND to_at > $2
      ORDER BY created_at, id`,
    [operationId, new Date(parisMidnightMs(from)), new Date(parisMidnightMs(toExclusive))],
  );
  return rows.map((row) => ({
    id: row.id,
    meteringPointId: row.metering_point_id,
    quantity: row.quantity,
    kind: row.kind,
    startMs: row.from_at.getTime(),
    endMs: row.to_at.getTime(),
    powerW: row.mean_power_w,
    reason: row.reason,
    authorId: row.created_by,
    atMs: row.created_at.getTime(),
    releasedAtMs: null,
  }));
}

type DecisionRow = {
  id: string;
  metering_point_id: string;
  quantity: EnergyQuantity;
  kind: MeasureDecisionKind;
  from_at: Date;
  to_at: Date;
  mean_power_w: number | null;
  reason: string;
  created_by: string | null;
  created_at: Date;
};

export type ListedDecision = MeasureDecision & { readonly authorName: string | null };

/** Every decision about one curve, released ones too, latest first. */
export async function listDecisionsOfCurve(
  operationId: AuthorizedOperationId,
  meteringPointId: string,
  quantity: EnergyQuantity,
): Promise<readonly ListedDecision[]> {
  const rows = await prisma.measureDecision.findMany({
    where: { operationId, meteringPointId, quantity },
    orderBy: { createdAt: "desc" },
  });
  const authorIds = [...new Set(rows.flatMap(({ createdBy }) => createdBy ?? []))];
  const users = await prisma.user.findMany({ where: { id: { in: authorIds } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    id: row.id,
    meteringPointId,
    quantity,
    kind: row.kind,
    startMs: row.fromAt.getTime(),
    endMs: row.toAt.getTime(),
    powerW: row.meanPowerW,
    reason: row.reason,
    authorId: row.createdBy,
    authorName: (row.createdBy && names.get(row.createdBy)) ?? null,
    atMs: row.createdAt.getTime(),
    releasedAtMs: row.releasedAt?.getTime() ?? null,
  }));
}

const ONE_AT_A_TIME = "measure_decision_one_at_a_time";

/** Whether a write was refused because another decision stands over a part of the stretch. */
export function isAlreadyDecided(error: unknown): boolean {
  return error instanceof Error && "constraint" in error && error.constraint === ONE_AT_A_TIME;
}

/** Keeps a decision, dated by the clock that dates runs: no settlement is under way meanwhile. One transaction. */
export async function insertMeasureDecision(
  operationId: AuthorizedOperationId,
  actor: Actor,
  decision: NewMeasureDecision,
): Promise<string> {
  const id = randomUUID();
  const { meteringPointId, quantity, kind, startMs, endMs, powerW, reason } = decision;
  const [fromAt, toAt] = [new Date(startMs), new Date(endMs)];
  await inLockedTransaction(settlementLock(operationId), async (client) => {
    await client.query(
      `INSERT INTO measure_decision (operation_id, id, metering_point_id, quantity, kind, from_at, to_at,
         mean_power_w, reason, created_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock_timestamp(), $10)`,
      [operationId, id, meteringPointId, quantity, kind, fromAt, toAt, powerW, reason, actor.userId],
    );
    await insertAuditEventWith(client, {
      operationId,
      actor,
      action: "decide.measure",
      objectType: "measure_decision",
      objectId: id,
      after: { meteringPointId, quantity, kind, from: fromAt.toISOString(), to: toAt.toISOString(), powerW },
    });
  });
  return id;
}

/** Lets a decision go: what was measured and corrected counts again. False when none of this id stands. */
export async function releaseMeasureDecision(
  operationId: AuthorizedOperationId,
  actor: Actor,
  id: string,
): Promise<boolean> {
  return inLockedTransaction(settlementLock(operationId), async (client) => {
    const { rowCount } = await client.query(
      `UPDATE measure_decision SET released_at = clock_timestamp(), released_by = $3
        WHERE operation_id = $1 AND id = $2 AND released_at IS NULL`,
      [operationId, id, actor.userId],
    );
    if (rowCount === 0) return false;
    const entry = { operationId, actor, objectType: "measure_decision" as const, objectId: id };
    await insertAuditEventWith(client, { ...entry, action: "release.measure_decision" });
    return true;
  });
}
