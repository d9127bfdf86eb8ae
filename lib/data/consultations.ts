import "server-only";
import type { ConsultedObject } from "@/lib/domain/consultation";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { type JournalPlace, listJournalActors } from "./audit-journal";
import type { JournalScope } from "./journal-scope";
import { pool } from "./pg";
import { RESTRICTED_NAME } from "./restricted-name";
import type { Actor } from "./scope";

/** Somebody looked at something. */
export type Consultation = {
  readonly actor: Actor & { readonly userId: string };
  readonly collectivityId: string;
  /** Null for what is the collectivity's own. */
  readonly operationId: string | null;
  readonly objectType: ConsultedObject;
  readonly objectId: string;
  /** In Paris. */
  readonly day: CivilDate;
  readonly at: Date;
};

/** As the trail shows it: names are read by id, now. */
export type ListedConsultation = {
  readonly id: string;
  readonly at: Date;
  readonly actorName: string | null;
  readonly actorUserId: string;
  readonly via: Actor["via"];
  readonly objectType: ConsultedObject;
  readonly objectId: string;
  /** Of a metering point or a participant who is still there. */
  readonly objectName: string | null;
  readonly operation: { readonly slug: string; readonly name: string } | null;
};

/** Whose consultations: a collectivity's with all of its operations, or what belongs to one operation. */
export type ConsultationScope = Exclude<JournalScope, { readonly kind: "installation" }>;

/** What to look for; absent means all. Instants are half-open. */
export type ConsultationFilter = {
  readonly from?: Date | undefined;
  readonly toExclusive?: Date | undefined;
  readonly actorUserId?: string | undefined;
  readonly via?: Actor["via"] | undefined;
  readonly objectType?: ConsultedObject | undefined;
  readonly objectId?: string | undefined;
};

/** Keeps the first one of a day for each user, way and object; those after it change nothing. */
export async function insertConsultation(consultation: Consultation): Promise<void> {
  const { actor, collectivityId, operationId, objectType, objectId, day, at } = consultation;
  await pool.query(
    `INSERT INTO consultation (id, collectivity_id, operation_id, user_id, via, object_type, object_id, day, at)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [collectivityId, operationId, actor.userId, actor.via, objectType, objectId, day, at],
  );
}

type Row = Omit<ListedConsultation, "operation"> & {
  readonly slug: string | null;
  readonly operationName: string | null;
};

const COLUMN_OF = { collectivity: "collectivity_id", operation: "operation_id" } as const;

/** Who looked at what, latest first, older than a place. */
export async function listConsultations(
  scope: ConsultationScope,
  { from, toExclusive, actorUserId, via, objectType, objectId }: ConsultationFilter,
  { before, limit }: { readonly before: JournalPlace | null; readonly limit: number },
): Promise<readonly ListedConsultation[]> {
  const values: unknown[] = [scope.id, limit];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = [
    from && `c.at >= ${bind(from)}`,
    toExclusive && `c.at < ${bind(toExclusive)}`,
    actorUserId && `c.user_id = ${bind(actorUserId)}::uuid`,
    via && `c.via = ${bind(via)}::"AuditVia"`,
    objectType && `c.object_type = ${bind(objectType)}`,
    objectId && `c.object_id = ${bind(objectId)}`,
    before && `(c.at, c.id) < (${bind(before.at)}::timestamptz, ${bind(before.id)}::uuid)`,
  ].flatMap((condition) => (condition ? [`AND ${condition}`] : []));
  const { rows } = await pool.query<Row>(
    `SELECT c.id, c.at, c.user_id AS "actorUserId", u.name AS "actorName", c.via, c.object_type AS "objectType",
            c.object_id AS "objectId", CASE WHEN h.restricted_at IS NULL OR h.erased_at IS NOT NULL THEN coalesce(m.name, h.name)
                 ELSE ${bind(RESTRICTED_NAME)} END AS "objectName", o.slug, o.name AS "operationName"
       FROM (SELECT * FROM consultation c WHERE c.${COLUMN_OF[scope.kind]} = $1 ${conditions.join(" ")}
              ORDER BY c.at DESC, c.id DESC LIMIT $2) c
       LEFT JOIN "user" u ON u.id = c.user_id
       LEFT JOIN operation o ON o.id = c.operation_id
       LEFT JOIN metering_point m
         ON c.object_type = 'metering_point' AND m.operation_id = c.operation_id AND m.id::text = c.object_id
       LEFT JOIN participant h
         ON h.operation_id = c.operation_id
        AND (h.id = m.participant_id OR c.object_type IN ('participant', 'personal_data') AND h.id::text = c.object_id)
      ORDER BY c.at DESC, c.id DESC`,
    values,
  );
  return rows.map(({ slug, operationName, ...row }) => ({
    ...row,
    operation: slug !== null && operationName !== null ? { slug, name: operationName } : null,
  }));
}

/** Who may be looked for. In a collectivity those of its trail: everybody who looked would be found by reading all rows. */
export async function listConsultationActors(
  scope: ConsultationScope,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (scope.kind === "collectivity") return listJournalActors(scope);
  const { rows } = await pool.query<{ id: string; name: string }>(
    'SELECT u.id, u.name FROM "user" u WHERE u.id IN (SELECT c.user_id FROM consultation c WHERE c.operation_id = $1)',
    [scope.id],
  );
  return rows.sort((a, b) => a.name.localeCompare(b.name, "fr"));
}

/** Takes away those that are over twelve months old, in every collectivity; the database lets nothing younger go. */
export async function purgeConsultations(): Promise<number> {
  const { rows } = await pool.query<{ purged: string }>("SELECT purge_consultations() AS purged");
  return Number(rows[0]?.purged ?? 0);
}
