import "server-only";
import type { PoolClient } from "pg";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import { insertAuditEventWith } from "./audit-events";
import { assertPlanWritable } from "./climate-audits";
import { climatePlanLock } from "./operation-locks";
import { inLockedTransaction, pool } from "./pg";
import type { Actor, AuthorizedClimatePlanId } from "./scope";

type StatusRow = {
  readonly node_id: string;
  readonly status: ActionStatus["status"] | "none";
  readonly done: number | null;
  readonly planned: number | null;
  readonly not_done: number | null;
};

/** An answer of an action, present or past. */
export type ClimateStatusVersion = {
  /** Null: the answer was taken back. */
  readonly status: ActionStatus | null;
  readonly answeredAtMs: number;
  /** Null for the installation itself. */
  readonly authorName: string | null;
};

/** What a collectivity says of each action, by id; what was never answered, or taken back, is absent. */
export async function listClimateStatuses(
  collectivityId: AuthorizedClimatePlanId,
  client: Pick<PoolClient, "query"> = pool,
): Promise<ReadonlyMap<string, ActionStatus>> {
  const { rows } = await client.query<StatusRow>(
    `SELECT node_id, status, done, planned, not_done FROM climate_status
      WHERE collectivity_id = $1 AND superseded_at IS NULL AND status <> 'none'
      ORDER BY node_id`,
    [collectivityId],
  );
  return new Map(rows.flatMap((row) => (row.status === "none" ? [] : [[row.node_id, toStatus(row, row.status)]])));
}

/** Every answer of one action, the latest first. */
export async function listClimateStatusHistory(
  collectivityId: AuthorizedClimatePlanId,
  nodeId: string,
): Promise<readonly ClimateStatusVersion[]> {
  const { rows } = await pool.query<StatusRow & { answered_at: Date; author: string | null }>(
    `SELECT s.node_id, s.status, s.done, s.planned, s.not_done, s.answered_at, u.name AS author
       FROM climate_status s
       LEFT JOIN "user" u ON u.id = s.answered_by
      WHERE s.collectivity_id = $1 AND s.node_id = $2
      ORDER BY s.answered_at DESC, s.id DESC`,
    [collectivityId, nodeId],
  );
  return rows.map((row) => ({
    status: row.status === "none" ? null : toStatus(row, row.status),
    answeredAtMs: row.answered_at.getTime(),
    authorName: row.author,
  }));
}

function toStatus({ done, planned, not_done }: StatusRow, status: ActionStatus["status"]): ActionStatus {
  return status === "detailed" ? { status, detail: [done ?? 0, planned ?? 0, not_done ?? 0] } : { status };
}

/**
 * Writes answers as one transaction, each with its audit event; what says nothing new is left alone.
 *
 * @param choose - Given the answers that stand, says which to write; null takes one back.
 * @returns The answers after it.
 * @throws {DomainError} PLAN_UNDER_AUDIT or PLAN_AUDITED.
 */
export async function writeClimateStatuses(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  choose: (existing: ReadonlyMap<string, ActionStatus>) => ReadonlyMap<string, ActionStatus | null>,
): Promise<ReadonlyMap<string, ActionStatus>> {
  return inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    await assertPlanWritable(client, collectivityId, actor, "answers");
    const existing = await listClimateStatuses(collectivityId, client);
    const after = new Map(existing);
    for (const [nodeId, status] of choose(existing)) {
      const before = existing.get(nodeId) ?? null;
      if (isSame(before, status)) continue;
      await writeStatus(client, { collectivityId, actor, nodeId, before, status });
      if (status) after.set(nodeId, status);
      else after.delete(nodeId);
    }
    return after;
  });
}

type StatusWriting = {
  readonly collectivityId: AuthorizedClimatePlanId;
  readonly actor: Actor;
  readonly nodeId: string;
  readonly before: ActionStatus | null;
  readonly status: ActionStatus | null;
};

async function writeStatus(client: PoolClient, { collectivityId, actor, nodeId, before, status }: StatusWriting) {
  await client.query(
    `UPDATE climate_status SET superseded_at = clock_timestamp()
      WHERE collectivity_id = $1 AND node_id = $2 AND superseded_at IS NULL`,
    [collectivityId, nodeId],
  );
  const [done, planned, notDone] = status?.status === "detailed" ? status.detail : [null, null, null];
  await client.query(
    `INSERT INTO climate_status (collectivity_id, node_id, status, done, planned, not_done, answered_at, answered_by)
     VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp(), $7)`,
    [collectivityId, nodeId, status?.status ?? "none", done, planned, notDone, actor.userId],
  );
  await insertAuditEventWith(client, {
    collectivityId,
    actor,
    action: "set.climate_status",
    objectType: "climate_status",
    objectId: nodeId,
    before: before ?? { status: "none" },
    after: status ?? { status: "none" },
  });
}

function isSame(a: ActionStatus | null, b: ActionStatus | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
