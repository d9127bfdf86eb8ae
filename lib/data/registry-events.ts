import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** One event of the trail about somebody of the registry. */
export type RegistryEvent = {
  readonly id: string;
  readonly atMs: number;
  /** Name of who did it, read through his id; null for the installation itself. */
  readonly actorName: string | null;
  readonly via: "session" | "api_key" | "job" | "cli";
  /** verb.object */
  readonly action: string;
  readonly objectId: string;
  readonly before: Prisma.JsonValue;
  readonly after: Prisma.JsonValue;
};

const MOST = 200; // the latest: a sheet is no archive

/**
 * What was done to a participant and to metering points, latest first: by hand, and by the workbooks that name them.
 *
 * @param participantId - Null: only the metering points.
 */
export async function listRegistryEvents(
  operationId: AuthorizedOperationId,
  participantId: string | null,
  meteringPointIds: readonly string[],
): Promise<readonly RegistryEvent[]> {
  const { rows } = await pool.query<{
    id: string;
    at: Date;
    actor: string | null;
    via: RegistryEvent["via"];
    action: string;
    object_id: string;
    before: Prisma.JsonValue;
    after: Prisma.JsonValue;
  }>(
    `SELECT e.id, e.at, u.name AS actor, e.via, e.action, e.object_id, e.before, e.after
       FROM audit_event e LEFT JOIN "user" u ON u.id = e.actor_user_id
      WHERE e.operation_id = $1
        AND (e.object_type = 'participant' AND e.object_id = $2
          OR e.object_type = 'metering_point' AND e.object_id = ANY($3::text[])
          OR e.action = 'apply.annex_2' AND EXISTS (
               SELECT FROM unnest($3::text[]) AS p(id)
                WHERE e.after @> jsonb_build_object('entered', jsonb_build_array(jsonb_build_object('meteringPointId', p.id)))
                   OR e.after @> jsonb_build_object('left', jsonb_build_array(jsonb_build_object('meteringPointId', p.id)))
                   OR e.after @> jsonb_build_object('changed', jsonb_build_array(jsonb_build_object('meteringPointId', p.id)))))
      ORDER BY e.at DESC, e.id DESC LIMIT $4`,
    [operationId, participantId, meteringPointIds, MOST],
  );
  return rows.map(({ at, actor, object_id, ...event }) => ({
    ...event,
    atMs: at.getTime(),
    actorName: actor,
    objectId: object_id,
  }));
}
