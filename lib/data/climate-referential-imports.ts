import "server-only";
import { insertAuditEventWith } from "./audit-events";
import { assertPlanWritable } from "./climate-audits";
import { climatePlanLock } from "./operation-locks";
import { inLockedTransaction, pool } from "./pg";
import type { Actor, AuthorizedClimatePlanId } from "./scope";

/** A text that was imported, without what it says. */
export type ClimateReferentialImport = {
  readonly id: string;
  readonly importedAtMs: number;
  /** Null for the installation itself. */
  readonly importedByName: string | null;
  /** Null for the one that counts. */
  readonly supersededAtMs: number | null;
  /** Actions that are written, whatever their level. */
  readonly actionCount: number;
  /** [points] */
  readonly points: number;
};

/** The texts of a name that a collectivity imported, the latest first. */
export async function listClimateReferentialImports(
  collectivityId: AuthorizedClimatePlanId,
  name: string,
): Promise<readonly ClimateReferentialImport[]> {
  const { rows } = await pool.query<
    Omit<ClimateReferentialImport, "importedAtMs" | "supersededAtMs"> & { at: Date; until: Date | null }
  >(
    `SELECT r.id::text, r.imported_at AS at, r.superseded_at AS until, u.name AS "importedByName",
            count(n.title)::int AS "actionCount", coalesce(sum(n.points) FILTER (WHERE n.number = ''), 0) AS points
       FROM climate_referential r
       LEFT JOIN "user" u ON u.id = r.imported_by
       LEFT JOIN climate_node n ON n.referential_id = r.id
      WHERE r.collectivity_id = $1 AND r.name = $2
      GROUP BY r.id, u.name
      ORDER BY r.imported_at DESC, r.id DESC`,
    [collectivityId, name],
  );
  return rows.map(({ at, until, ...row }) => ({
    ...row,
    importedAtMs: at.getTime(),
    supersededAtMs: until?.getTime() ?? null,
  }));
}

/** Puts the text that a collectivity imported aside, so that the one of the product counts again. One transaction. */
export async function withdrawClimateReferential(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  name: string,
): Promise<void> {
  await inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    await assertPlanWritable(client, collectivityId, actor, "anything_else");
    const { rows } = await client.query<{ id: string }>(
      `UPDATE climate_referential SET superseded_at = clock_timestamp()
        WHERE collectivity_id = $1 AND name = $2 AND superseded_at IS NULL RETURNING id::text`,
      [collectivityId, name],
    );
    const [withdrawn] = rows;
    if (!withdrawn) return;
    await insertAuditEventWith(client, {
      collectivityId,
      actor,
      action: "withdraw.climate_referential",
      objectType: "climate_referential",
      objectId: withdrawn.id,
      after: { name },
    });
  });
}
