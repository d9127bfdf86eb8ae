import "server-only";
import type { PoolClient } from "pg";
import { pool } from "./pg";
import type { AuthorizedClimatePlanId } from "./scope";

/**
 * How many events the journal of a collectivity has: the same number before and after the plan was read, under its lock,
 * means that what was read still stands. Every write leaves one in its transaction, and none leaves the journal.
 */
export async function countPlanEvents(
  collectivityId: AuthorizedClimatePlanId,
  client: Pick<PoolClient, "query"> = pool,
): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM audit_event WHERE collectivity_id = $1",
    [collectivityId],
  );
  return rows[0]?.count ?? 0;
}
