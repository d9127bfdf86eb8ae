import "server-only";
import type { ActionNote } from "@/lib/domain/scoring/action-note";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import type { PlanChangeKind } from "@/lib/domain/scoring/plan-change-kind";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";
import type { AuthorizedClimatePlanId } from "./scope";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One change of a climate plan. */
export type PlanChange = {
  readonly id: string;
  readonly at: Date;
  /** Null for the installation itself. */
  readonly actorId: string | null;
  /** As it is today; null for the installation and for an account that is gone. */
  readonly actorName: string | null;
  /** The action it is about: `cae_3.1.1.5.2`; null for what is about the whole plan. */
  readonly nodeId: string | null;
} & (
  | { readonly kind: "status"; readonly before: ActionStatus | null; readonly after: ActionStatus | null }
  | { readonly kind: "note"; readonly before: ActionNote | null; readonly after: ActionNote | null }
  | {
      readonly kind: Exclude<PlanChangeKind, "status" | "note">;
      /** As the journal calls it: `join.climate_evidence`. */
      readonly action: string;
      /** Of the proof or the snapshot it is about, as it is called now; null for anything else. */
      readonly title: string | null;
      readonly before: Json;
      readonly after: Json;
    }
);

/** What to look for; null is all. Instants are half-open. */
export type PlanHistoryFilter = {
  /** An action with all below it. */
  readonly nodeId: string | null;
  readonly kind: PlanChangeKind | null;
  readonly actorId: string | null;
  readonly from: Date | null;
  readonly toExclusive: Date | null;
};

/** The place of a change in the history: whatever is before it is older. */
export type PlanHistoryPlace = { readonly at: Date; readonly id: string };

/** What the journal keeps of a plan beside statuses and notes, whose versions say more. */
const OBJECT_TYPES: Readonly<Record<string, Exclude<PlanChangeKind, "status" | "note">>> = {
  climate_evidence: "evidence",
  climate_figures: "evidence",
  climate_profile: "profile",
  climate_referential: "referential",
  climate_snapshot: "snapshot",
  climate_audit: "audit",
};

// The same conditions on each of the three sources, each of which gives its latest rows by an index.
const where = (at: string, id: string, actor: string, node: string) => `
  ($2::text IS NULL OR ${node} = $2 OR starts_with(${node}, $2 || '.'))
  AND ($3::uuid IS NULL OR ${actor} = $3)
  AND ($4::timestamptz IS NULL OR ${at} >= $4) AND ($5::timestamptz IS NULL OR ${at} < $5)
  AND ($6::timestamptz IS NULL OR (${at}, ${id}) < ($6, $7::uuid))`;

const EVENT_NODE = "coalesce(e.after->>'nodeId', CASE WHEN e.object_type = 'climate_figures' THEN e.object_id END)";

const PAGE = `
  (SELECT 'status' AS source, s.id, s.answered_at AS at, s.answered_by AS actor, s.node_id AS node
     FROM climate_status s
    WHERE s.collectivity_id = $1 AND $9 AND ${where("s.answered_at", "s.id", "s.answered_by", "s.node_id")}
    ORDER BY s.answered_at DESC, s.id DESC LIMIT $8)
  UNION ALL
  (SELECT 'note', n.id, n.written_at, n.written_by, n.node_id
     FROM climate_note n
    WHERE n.collectivity_id = $1 AND $10 AND ${where("n.written_at", "n.id", "n.written_by", "n.node_id")}
    ORDER BY n.written_at DESC, n.id DESC LIMIT $8)
  UNION ALL
  (SELECT 'event', e.id, e.at, e.actor_user_id, ${EVENT_NODE}
     FROM audit_event e
    WHERE e.collectivity_id = $1 AND e.object_type = ANY($11::text[])
      AND ${where("e.at", "e.id", "e.actor_user_id", EVENT_NODE)}
    ORDER BY e.at DESC, e.id DESC LIMIT $8)
  ORDER BY at DESC, id DESC LIMIT $8`;

const STATUS = (row: string) => `CASE WHEN ${row}.status <> 'none' THEN jsonb_strip_nulls(jsonb_build_object(
  'status', ${row}.status,
  'detail', CASE WHEN ${row}.status = 'detailed' THEN jsonb_build_array(${row}.done, ${row}.planned, ${row}.not_done) END))
  END`;

const before = (table: string, at: string) => `
  SELECT * FROM ${table} b
   WHERE b.collectivity_id = $1 AND b.node_id = p.node AND (b.${at}, b.id) < (p.at, p.id)
   ORDER BY b.${at} DESC, b.id DESC LIMIT 1`;

type NoteRow = {
  readonly explanation: string | null;
  readonly out_reason: string | null;
  readonly pilot_user_id: string | null;
  readonly pilot_service: string | null;
  readonly due_day: CivilDate | null;
};

type Row = {
  readonly source: "status" | "note" | "event";
  readonly id: string;
  readonly at: Date;
  readonly actor: string | null;
  readonly actor_name: string | null;
  readonly node: string | null;
  readonly status_before: ActionStatus | null;
  readonly status_after: ActionStatus | null;
  readonly note_before: NoteRow | null;
  readonly note_after: NoteRow | null;
  readonly action: string | null;
  readonly object_type: string | null;
  readonly title: string | null;
  readonly event_before: Json;
  readonly event_after: Json;
};

/**
 * The changes of a climate plan, latest first, older than a place: one query, whatever the page.
 *
 * By place, not by offset: what is written meanwhile shifts nothing.
 */
export async function listPlanChanges(
  collectivityId: AuthorizedClimatePlanId,
  { nodeId, kind, actorId, from, toExclusive }: PlanHistoryFilter,
  page: { readonly before: PlanHistoryPlace | null; readonly limit: number },
): Promise<readonly PlanChange[]> {
  const types = Object.keys(OBJECT_TYPES).filter((type) => kind === null || OBJECT_TYPES[type] === kind);
  const { rows } = await pool.query<Row>(
    `WITH page AS (${PAGE})
     SELECT p.source, p.id::text, p.at, p.actor::text, u.name AS actor_name, p.node,
            ${STATUS("sb")} AS status_before, ${STATUS("s")} AS status_after,
            to_jsonb(nb) AS note_before, to_jsonb(n) AS note_after,
            e.action, e.object_type, coalesce(v.title, k.name) AS title, e.before AS event_before, e.after AS event_after
       FROM page p
       LEFT JOIN "user" u ON u.id = p.actor
       LEFT JOIN climate_status s ON p.source = 'status' AND s.id = p.id
       LEFT JOIN LATERAL (${before("climate_status", "answered_at")}) sb ON p.source = 'status'
       LEFT JOIN climate_note n ON p.source = 'note' AND n.id = p.id
       LEFT JOIN LATERAL (${before("climate_note", "written_at")}) nb ON p.source = 'note'
       LEFT JOIN audit_event e ON p.source = 'event' AND e.id = p.id
       LEFT JOIN LATERAL (SELECT c.title FROM climate_evidence c
                           WHERE c.collectivity_id = $1 AND c.evidence_id::text = e.object_id
                           ORDER BY c.created_at DESC, c.id DESC LIMIT 1) v ON e.object_type = 'climate_evidence'
       LEFT JOIN climate_snapshot k ON e.object_type = 'climate_snapshot' AND k.collectivity_id = $1
                                   AND k.id::text = e.object_id
      ORDER BY p.at DESC, p.id DESC`,
    [
      collectivityId,
      nodeId,
      actorId,
      from,
      toExclusive,
      page.before?.at ?? null,
      page.before?.id ?? null,
      page.limit,
      kind === null || kind === "status",
      kind === null || kind === "note",
      types,
    ],
  );
  return rows.map(toChange);
}

/** Everybody who ever changed a plan, by id. */
export async function listPlanAuthors(collectivityId: AuthorizedClimatePlanId): Promise<readonly string[]> {
  const { rows } = await pool.query<{ actor: string }>(
    `SELECT DISTINCT actor_user_id::text AS actor FROM audit_event
      WHERE collectivity_id = $1 AND starts_with(object_type, 'climate_') AND actor_user_id IS NOT NULL`,
    [collectivityId],
  );
  return rows.map(({ actor }) => actor);
}

function toChange(row: Row): PlanChange {
  const said = { id: row.id, at: row.at, actorId: row.actor, actorName: row.actor_name, nodeId: row.node };
  if (row.source === "status") return { ...said, kind: "status", before: row.status_before, after: row.status_after };
  if (row.source === "note") {
    return { ...said, kind: "note", before: toNote(row.note_before), after: toNote(row.note_after) };
  }
  const kind = OBJECT_TYPES[row.object_type ?? ""];
  if (!kind || row.action === null) throw new Error(`an event of no kind: ${row.object_type}`);
  const { action, title, event_before, event_after } = row;
  return { ...said, kind, action, title, before: event_before, after: event_after };
}

function toNote(row: NoteRow | null): ActionNote | null {
  if (!row) return null;
  const { explanation, out_reason, pilot_user_id, pilot_service, due_day } = row;
  if ((explanation ?? out_reason ?? pilot_user_id ?? pilot_service ?? due_day) === null) return null;
  const service = pilot_service === null ? null : ({ kind: "service", name: pilot_service } as const);
  const pilot = pilot_user_id === null ? service : ({ kind: "member", userId: pilot_user_id } as const);
  return { explanation, outReason: out_reason, pilot, dueDay: due_day };
}
