import "server-only";
import { randomUUID } from "node:crypto";
import type { ActionCategory, ReferentialSection } from "@/lib/domain/scoring/referential";
import { insertAuditEventWith } from "./audit-events";
import { assertPlanWritable } from "./climate-audits";
import { climatePlanLock } from "./operation-locks";
import { inLockedTransaction, pool } from "./pg";
import type { Actor, AuthorizedClimatePlanId } from "./scope";

/** A node of a stored referential; its number says where it hangs. */
export type StoredClimateNode = {
  readonly number: string;
  readonly title: string | null;
  readonly points: number;
  readonly category: ActionCategory | null;
  readonly theme: string | null;
};

export type StoredClimateReferential = {
  readonly measureDepth: number;
  readonly importedAtMs: number;
  /** In no order. */
  readonly nodes: readonly StoredClimateNode[];
};

/** The referential of a name that a collectivity imported last, without its texts; null when it never did. */
export async function findClimateReferential(
  collectivityId: AuthorizedClimatePlanId,
  name: string,
): Promise<StoredClimateReferential | null> {
  const { rows } = await pool.query<{ id: string; measure_depth: number; imported_at: Date }>(
    `SELECT id::text, measure_depth, imported_at FROM climate_referential
      WHERE collectivity_id = $1 AND name = $2 AND superseded_at IS NULL`,
    [collectivityId, name],
  );
  const [found] = rows;
  if (!found) return null;
  const { rows: nodes } = await pool.query<StoredClimateNode>(
    "SELECT number, title, points, category, theme FROM climate_node WHERE referential_id = $1",
    [found.id],
  );
  return { measureDepth: found.measure_depth, importedAtMs: found.imported_at.getTime(), nodes };
}

/** The texts of a measure and of all it contains, by number; none when the collectivity imported nothing. */
export async function listClimateSections(
  collectivityId: AuthorizedClimatePlanId,
  name: string,
  measureNumber: string,
): Promise<ReadonlyMap<string, readonly ReferentialSection[]>> {
  const { rows } = await pool.query<{ number: string; sections: readonly ReferentialSection[] }>(
    `SELECT n.number, n.sections FROM climate_node n
       JOIN climate_referential r ON r.id = n.referential_id
      WHERE r.collectivity_id = $1 AND r.name = $2 AND r.superseded_at IS NULL
        AND (n.number = $3 OR starts_with(n.number, $3 || '.'))`,
    [collectivityId, name, measureNumber],
  );
  return new Map(rows.map(({ number, sections }) => [number, sections]));
}

export type NewClimateReferential = {
  readonly name: string;
  readonly measureDepth: number;
  readonly nodes: readonly (StoredClimateNode & { readonly sections: readonly ReferentialSection[] })[];
};

/** Puts a referential in the place of the one of its name; answers are kept apart, and stay. One transaction. */
export async function replaceClimateReferential(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  { name, measureDepth, nodes }: NewClimateReferential,
): Promise<void> {
  await inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    await assertPlanWritable(client, collectivityId, actor, "anything_else");
    await client.query(
      `UPDATE climate_referential SET superseded_at = clock_timestamp()
        WHERE collectivity_id = $1 AND name = $2 AND superseded_at IS NULL`,
      [collectivityId, name],
    );
    const id = randomUUID();
    await client.query(
      `INSERT INTO climate_referential (id, collectivity_id, name, measure_depth, imported_at, imported_by)
       VALUES ($1, $2, $3, $4, clock_timestamp(), $5)`,
      [id, collectivityId, name, measureDepth, actor.userId],
    );
    await client.query(
      `INSERT INTO climate_node (referential_id, number, title, points, category, theme, sections)
       SELECT $1, n.number, n.title, n.points, n.category, n.theme, n.sections
         FROM jsonb_to_recordset($2) AS n (number text, title text, points float8,
                category "ClimateActionCategory", theme text, sections jsonb)`,
      [id, JSON.stringify(nodes)],
    );
    await insertAuditEventWith(client, {
      collectivityId,
      actor,
      action: "import.climate_referential",
      objectType: "climate_referential",
      objectId: id,
      after: { name, nodes: nodes.length },
    });
  });
}
