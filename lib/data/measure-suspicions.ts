import "server-only";
import type { PoolClient } from "pg";
import type { Suspicion } from "@/lib/domain/measures/suspicions/suspicion";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { insertAuditEventWith } from "./audit-events";
import { type CurveDay, listCurveDays } from "./load-curve-days";
import { suspicionsLock } from "./operation-locks";
import { inLockedTransaction, inTransaction, pool } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

/** What is suspect in one curve. */
export type FoundSuspicion = {
  readonly meteringPointId: string;
  readonly quantity: "withdrawal" | "injection";
  readonly suspicion: Suspicion;
};

/** A suspicion as it is kept, and what somebody said of it. */
export type KeptSuspicion = FoundSuspicion & {
  readonly id: string;
  /** Null while nobody found it normal. */
  readonly dismissal: {
    readonly atMs: number;
    readonly reason: string;
    /** Null for the installation itself. */
    readonly authorName: string | null;
  } | null;
};

/** What a search looked at, and what it found there. */
export type SuspicionSearch = {
  readonly meteringPointIds: readonly string[];
  readonly found: readonly FoundSuspicion[];
};

/** Reads curves inside the transaction of a search. */
export type ReadDays = (
  quantities: readonly FoundSuspicion["quantity"][],
  period: Period,
  only: ReadonlySet<string>,
) => Promise<readonly CurveDay[]>;

/**
 * Puts what a search finds in the place of what was known of the same metering points. One transaction.
 *
 * A suspicion that is found again keeps its row, and its dismissal as long as its days and figures are the same; one
 * that is no longer found is deleted: it was computed, and can be again. Searches of one operation take turns, reading
 * included, so that the later one has read the later curves.
 */
export async function replaceSuspicions(
  operationId: AuthorizedOperationId,
  search: (readDays: ReadDays) => Promise<SuspicionSearch>,
): Promise<void> {
  await inLockedTransaction(suspicionsLock(operationId), async (client) => {
    const { meteringPointIds, found } = await search((quantities, period, only) =>
      listCurveDays(operationId, quantities, period, { only, client }),
    );
    const kept = await upsertSuspicions(client, operationId, found);
    await client.query(
      `DELETE FROM measure_suspicion
        WHERE operation_id = $1 AND metering_point_id = ANY($2::uuid[]) AND NOT (id = ANY($3::uuid[]))`,
      [operationId, meteringPointIds, kept],
    );
  });
}

async function upsertSuspicions(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  found: readonly FoundSuspicion[],
): Promise<readonly string[]> {
  const rows = new Map(found.map((each) => [keyOf(each), toRow(each)]));
  const { rows: kept } = await client.query<{ id: string }>(
    `INSERT INTO measure_suspicion AS old
            (operation_id, id, metering_point_id, quantity, kind, from_day, to_day, details)
     SELECT $1, gen_random_uuid(), s.metering_point_id, s.quantity, s.kind, s.from_day, s.to_day, s.details
       FROM jsonb_to_recordset($2) AS s (metering_point_id uuid, quantity "EnergyQuantity", kind text,
              from_day date, to_day date, details jsonb)
     ON CONFLICT (operation_id, metering_point_id, quantity, kind, from_day) DO UPDATE
        SET to_day = excluded.to_day,
            details = excluded.details,
            (created_at, dismissed_at, dismissed_by, dismissal_reason) = (
              SELECT CASE WHEN same THEN old.created_at ELSE excluded.created_at END,
                     CASE WHEN same THEN old.dismissed_at END,
                     CASE WHEN same THEN old.dismissed_by END,
                     CASE WHEN same THEN old.dismissal_reason END
                FROM (SELECT old.to_day = excluded.to_day AND old.details = excluded.details AS same) compared)
     RETURNING id`,
    [operationId, JSON.stringify([...rows.values()])],
  );
  return kept.map(({ id }) => id);
}

function keyOf({ meteringPointId, quantity, suspicion }: FoundSuspicion): string {
  return `${meteringPointId}|${quantity}|${suspicion.kind}|${suspicion.from}`;
}

function toRow({ meteringPointId, quantity, suspicion }: FoundSuspicion) {
  const { kind, from, toExclusive, ...details } = suspicion;
  return { metering_point_id: meteringPointId, quantity, kind, from_day: from, to_day: toExclusive, details };
}

/** Metering points of which an import wrote a measure. */
export async function listPointsOfImport(
  operationId: AuthorizedOperationId,
  importId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT DISTINCT metering_point_id AS id FROM load_curve_day
      WHERE operation_id = $1 AND import_id = $2 AND quantity IN ('withdrawal', 'injection')`,
    [operationId, importId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Every suspicion of an operation, the latest days first. */
export async function listSuspicions(operationId: AuthorizedOperationId): Promise<readonly KeptSuspicion[]> {
  const { rows } = await pool.query<SuspicionRow>(
    `SELECT s.id, s.metering_point_id, s.quantity, s.kind, s.from_day::text, s.to_day::text, s.details,
            s.dismissed_at, s.dismissal_reason, u.name AS author
       FROM measure_suspicion s
       LEFT JOIN "user" u ON u.id = s.dismissed_by
      WHERE s.operation_id = $1
      ORDER BY s.from_day DESC, s.metering_point_id, s.kind`,
    [operationId],
  );
  return rows.map((row) => ({
    id: row.id,
    meteringPointId: row.metering_point_id,
    quantity: row.quantity,
    suspicion: { ...row.details, kind: row.kind, from: row.from_day, toExclusive: row.to_day } as Suspicion,
    dismissal: row.dismissed_at && {
      atMs: row.dismissed_at.getTime(),
      reason: row.dismissal_reason ?? "",
      authorName: row.author,
    },
  }));
}

type SuspicionRow = {
  id: string;
  metering_point_id: string;
  quantity: "withdrawal" | "injection";
  kind: Suspicion["kind"];
  from_day: CivilDate;
  to_day: CivilDate;
  details: Record<string, unknown>;
  dismissed_at: Date | null;
  dismissal_reason: string | null;
  author: string | null;
};

/** Says of a suspicion that somebody looked and found it normal. False when none of this id waits for that. */
export function dismissSuspicion(
  operationId: AuthorizedOperationId,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<SuspicionSubject>(
      `UPDATE measure_suspicion SET dismissed_at = clock_timestamp(), dismissed_by = $3, dismissal_reason = $4
        WHERE operation_id = $1 AND id = $2 AND dismissed_at IS NULL RETURNING ${SUBJECT}`,
      [operationId, id, actor.userId, reason],
    );
    const [subject] = rows;
    if (subject) await record(client, operationId, actor, { id, action: "dismiss.suspicion", after: subject });
    return subject !== undefined;
  });
}

/** Puts a dismissed suspicion back among those to look at. False when none of this id is dismissed. */
export function restoreSuspicion(operationId: AuthorizedOperationId, actor: Actor, id: string): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<SuspicionSubject>(
      `UPDATE measure_suspicion SET dismissed_at = NULL, dismissed_by = NULL, dismissal_reason = NULL
        WHERE operation_id = $1 AND id = $2 AND dismissed_at IS NOT NULL RETURNING ${SUBJECT}`,
      [operationId, id],
    );
    const [subject] = rows;
    if (subject) await record(client, operationId, actor, { id, action: "restore.suspicion", after: subject });
    return subject !== undefined;
  });
}

const SUBJECT = `metering_point_id AS "meteringPointId", quantity, kind, from_day::text AS "from", to_day::text AS "to"`;

type SuspicionSubject = { meteringPointId: string; quantity: string; kind: string; from: string; to: string };

async function record(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  { id, action, after }: { id: string; action: "dismiss.suspicion" | "restore.suspicion"; after: SuspicionSubject },
): Promise<void> {
  const subject = { objectType: "measure_suspicion" as const, objectId: id };
  await insertAuditEventWith(client, { operationId, actor, action, ...subject, after });
}
