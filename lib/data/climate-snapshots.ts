import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { ClimateSnapshotContent } from "@/lib/domain/scoring/climate-snapshot";
import { insertAuditEventWith } from "./audit-events";
import { assertPlanWritable } from "./climate-audits";
import { countPlanEvents } from "./climate-plan-stamp";
import { climatePlanLock } from "./operation-locks";
import { inLockedTransaction, pool } from "./pg";
import type { Actor, AuthorizedClimatePlanId } from "./scope";

/** A kept plan without what it holds. */
export type ClimateSnapshotHead = {
  readonly id: string;
  readonly name: string;
  /** Null: not said. */
  readonly reason: string | null;
  readonly takenAtMs: number;
  /** Null for the installation itself and for an account that is gone. */
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly stars: number;
  /** Of the root. [points] */
  readonly potentialPoints: number;
  readonly donePoints: number;
  readonly plannedPoints: number;
};

export type ClimateSnapshot = ClimateSnapshotHead & { readonly content: ClimateSnapshotContent };

export type NewClimateSnapshot = {
  readonly name: string;
  readonly reason: string | null;
  readonly content: ClimateSnapshotContent;
  /** Now, unless it is told; the demonstration has a past. */
  readonly takenAt?: Date;
};

/** A plan to keep, and how many events the journal had before it was read. */
export type StampedSnapshot = { readonly stamp: number; readonly snapshot: NewClimateSnapshot };

/**
 * Keeps the plan as it stands. One transaction.
 *
 * @returns Its id; null, with nothing written, when the plan was written to since it was read.
 * @throws {DomainError} PLAN_UNDER_AUDIT or PLAN_AUDITED.
 */
export async function insertClimateSnapshot(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  { stamp, snapshot }: StampedSnapshot,
): Promise<string | null> {
  return inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    await assertPlanWritable(client, collectivityId, actor, "anything_else");
    if ((await countPlanEvents(collectivityId, client)) !== stamp) return null;
    return insertClimateSnapshotWith(client, collectivityId, actor, snapshot);
  });
}

/** The same inside a transaction that holds the lock of the plan: a step of an audit. */
export async function insertClimateSnapshotWith(
  client: PoolClient,
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  { name, reason, content, takenAt }: NewClimateSnapshot,
): Promise<string> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO climate_snapshot (id, collectivity_id, name, reason, taken_at, taken_by, content)
     VALUES ($1, $2, $3, $4, coalesce($7, clock_timestamp()), $5, $6)`,
    [id, collectivityId, name, reason, actor.userId, JSON.stringify(content), takenAt ?? null],
  );
  await insertAuditEventWith(client, {
    collectivityId,
    actor,
    action: "take.climate_snapshot",
    objectType: "climate_snapshot",
    objectId: id,
    // A name is free text: it may name somebody.
    after: { donePoints: content.donePoints, potentialPoints: content.potentialPoints },
  });
  return id;
}

type Row = Omit<ClimateSnapshotHead, "takenAtMs"> & { readonly takenAt: Date };
type WholeRow = Row & { readonly content: ClimateSnapshotContent };

const HEAD = `s.id::text, s.name, s.reason, s.taken_at AS "takenAt", s.taken_by::text AS "authorId", u.name AS "authorName",
  (s.content->>'stars')::int AS stars, (s.content->>'potentialPoints')::float8 AS "potentialPoints",
  (s.content->>'donePoints')::float8 AS "donePoints", (s.content->>'plannedPoints')::float8 AS "plannedPoints"`;
const AUTHOR = `LEFT JOIN "user" u ON u.id = s.taken_by`;

/** The states that were kept, whole, the latest first. */
export async function listClimateSnapshots(
  collectivityId: AuthorizedClimatePlanId,
): Promise<readonly ClimateSnapshot[]> {
  const { rows } = await pool.query<WholeRow>(
    `SELECT ${HEAD}, s.content FROM climate_snapshot s ${AUTHOR}
      WHERE s.collectivity_id = $1 ORDER BY s.taken_at DESC, s.id DESC`,
    [collectivityId],
  );
  return rows.map((row) => ({ ...toHead(row), content: row.content }));
}

/** The same without what they hold, which weighs much. */
export async function listClimateSnapshotHeads(
  collectivityId: AuthorizedClimatePlanId,
): Promise<readonly ClimateSnapshotHead[]> {
  const { rows } = await pool.query<Row>(
    `SELECT ${HEAD} FROM climate_snapshot s ${AUTHOR} WHERE s.collectivity_id = $1 ORDER BY s.taken_at DESC, s.id DESC`,
    [collectivityId],
  );
  return rows.map(toHead);
}

/** One of them, whole; null when the collectivity has none of this id. */
export async function findClimateSnapshot(
  collectivityId: AuthorizedClimatePlanId,
  id: string,
): Promise<ClimateSnapshot | null> {
  const { rows } = await pool.query<WholeRow>(
    `SELECT ${HEAD}, s.content FROM climate_snapshot s ${AUTHOR} WHERE s.collectivity_id = $1 AND s.id = $2`,
    [collectivityId, id],
  );
  const [row] = rows;
  return row ? { ...toHead(row), content: row.content } : null;
}

function toHead({ takenAt, ...row }: Row): ClimateSnapshotHead {
  const { id, name, reason, authorId, authorName, stars, potentialPoints, donePoints, plannedPoints } = row;
  return {
    id,
    name,
    reason,
    takenAtMs: takenAt.getTime(),
    authorId,
    authorName,
    stars,
    potentialPoints,
    donePoints,
    plannedPoints,
  };
}
