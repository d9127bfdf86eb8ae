import "server-only";
import { ACCOUNT_OBJECT_TYPES } from "@/lib/domain/account-object-types";
import type { JournalFilter, JournalPlace } from "./audit-journal";
import type { JournalScope } from "./journal-scope";

/** A statement, and what stands for its `$1`, `$2`… */
export type JournalQuery = { readonly text: string; readonly values: readonly unknown[] };

type Bind = (value: unknown) => string;

const COLUMNS = `e.id, e.at, e.operation_id, e.actor_user_id, e.via, e.action, e.object_type, e.object_id, e.before, e.after`;
const LATEST_FIRST = "ORDER BY e.at DESC, e.id DESC";

/**
 * The events of a trail, latest first, older than a place.
 *
 * Each source – an operation, the collectivity itself, its accounts – is asked for a page of its own, so that every one is
 * read along its index and never sorted whole; of those pages one is made.
 */
export function journalQuery(
  scope: JournalScope,
  filter: JournalFilter,
  { before, limit }: { readonly before: JournalPlace | null; readonly limit: number },
): JournalQuery {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const isHidden = hiddenIn(scope, bind);
  const conditions = conditionsOf(filter, before, isHidden, bind);
  const page = `${LATEST_FIRST} LIMIT ${bind(limit)}`;
  const sources = sourcesOf(scope, conditions, page, bind);
  const text = `
    SELECT e.id, e.at, CASE WHEN NOT ${isHidden("e.actor_user_id")} THEN e.actor_user_id END AS "actorUserId",
           CASE WHEN NOT ${isHidden("e.actor_user_id")} THEN a.name END AS "actorName",
           ${isHidden("e.actor_user_id")} AS "isByParticipant", e.via, e.action, e.object_type AS "objectType",
           e.object_id AS "objectId", CASE WHEN NOT ${isHidden("s.id")} THEN s.name END AS "objectName", e.before, e.after, o.slug, o.name AS "operationName"
      FROM (${sources.map((source) => `(${source})`).join("\nUNION ALL\n")}) e
      LEFT JOIN operation o ON o.id = e.operation_id
      LEFT JOIN "user" a ON a.id = e.actor_user_id
      LEFT JOIN "user" s ON e.object_type = 'user' AND s.id::text = e.object_id
     ${page}`;
  return { text, values };
}

/** Ids of those who acted in a trail: one step through an index for each of them, whatever the number of events. */
export function journalActorsQuery(scope: JournalScope): JournalQuery {
  if (scope.kind === "operation") {
    const isHidden = hiddenIn(scope, () => "$1");
    return { text: `SELECT o.id FROM (${actorsOf("$1::uuid")}) o WHERE NOT ${isHidden("o.id")}`, values: [scope.id] };
  }
  if (scope.kind === "installation") {
    return {
      text: `SELECT DISTINCT e.actor_user_id AS id FROM audit_event e
              WHERE e.operation_id IS NULL AND e.object_type = ANY($1) AND e.actor_user_id IS NOT NULL`,
      values: [ACCOUNT_OBJECT_TYPES],
    };
  }
  return {
    text: `
      SELECT a.id FROM operation o CROSS JOIN LATERAL (${actorsOf("o.id")}) a WHERE o.collectivity_id = $1::uuid
      UNION
      SELECT e.actor_user_id FROM audit_event e
       WHERE e.collectivity_id = $1::uuid AND e.operation_id IS NULL AND e.actor_user_id IS NOT NULL
      UNION
      SELECT m.user_id FROM membership m WHERE m.collectivity_id = $1::uuid`,
    values: [scope.id],
  };
}

function sourcesOf(scope: JournalScope, conditions: string, page: string, bind: Bind): readonly string[] {
  if (scope.kind === "operation") {
    return [
      `SELECT ${COLUMNS} FROM audit_event e WHERE e.operation_id = ${bind(scope.id)}::uuid ${conditions} ${page}`,
    ];
  }
  if (scope.kind === "installation") {
    const types = bind(ACCOUNT_OBJECT_TYPES);
    return [
      `SELECT ${COLUMNS} FROM audit_event e
        WHERE e.operation_id IS NULL AND e.object_type = ANY(${types}::text[]) ${conditions} ${page}`,
    ];
  }
  const id = `${bind(scope.id)}::uuid`;
  return [
    `SELECT e.* FROM operation o CROSS JOIN LATERAL (
       SELECT ${COLUMNS} FROM audit_event e WHERE e.operation_id = o.id ${conditions} ${page}) e
      WHERE o.collectivity_id = ${id}`,
    `SELECT ${COLUMNS} FROM audit_event e
      WHERE e.collectivity_id = ${id} AND e.operation_id IS NULL ${conditions} ${page}`,
    `SELECT ${COLUMNS} FROM audit_event_collectivity c JOIN audit_event e ON e.id = c.event_id
      WHERE c.collectivity_id = ${id} ${conditions} ORDER BY c.at DESC, c.event_id DESC ${page.slice(LATEST_FIRST.length)}`,
  ];
}

/**
 * Whether an account is to stay unknown to the reader of a trail: it has or had a participant's space in the operation, and
 * no role there. Whoever had a role and lost it is still named for what he did.
 */
function hiddenIn(scope: JournalScope, bind: Bind): (user: string) => string {
  if (scope.kind !== "operation" || scope.mayReadWords) return () => "false";
  const id = `${bind(scope.id)}::uuid`;
  return (user) => `(
    EXISTS (SELECT FROM participant_access p WHERE p.operation_id = ${id} AND p.user_id = ${user})
    AND NOT EXISTS (SELECT FROM operation_role r WHERE r.operation_id = ${id} AND r.user_id = ${user})
    AND NOT EXISTS (SELECT FROM membership m JOIN operation o ON o.collectivity_id = m.collectivity_id
                     WHERE o.id = ${id} AND m.user_id = ${user}))`;
}

function conditionsOf(
  filter: JournalFilter,
  before: JournalPlace | null,
  isHidden: (user: string) => string,
  bind: Bind,
): string {
  const { from, toExclusive, actorUserId, via, actions, objectType, objectId } = filter;
  const conditions = [
    from && `e.at >= ${bind(from)}`,
    toExclusive && `e.at < ${bind(toExclusive)}`,
    actorUserId && `e.actor_user_id = ${bind(actorUserId)}::uuid AND NOT ${isHidden("e.actor_user_id")}`,
    via && `e.via = ${bind(via)}::"AuditVia"`,
    actions && `e.action = ANY(${bind(actions)}::text[])`,
    objectType && `e.object_type = ${bind(objectType)}`,
    objectId && `e.object_id = ${bind(objectId)}`,
    before && `(e.at, e.id) < (${bind(before.at)}::timestamptz, ${bind(before.id)}::uuid)`,
  ];
  return conditions.flatMap((condition) => (condition ? [`AND ${condition}`] : [])).join(" ");
}

function actorsOf(operation: string): string {
  const next = (after: string) =>
    `(SELECT e.actor_user_id FROM audit_event e
       WHERE e.operation_id = ${operation} AND e.actor_user_id ${after} ORDER BY e.actor_user_id LIMIT 1)`;
  return `WITH RECURSIVE actor AS (
      SELECT ${next("IS NOT NULL")} AS id
      UNION ALL
      SELECT ${next("> actor.id")} FROM actor WHERE actor.id IS NOT NULL
    ) SELECT id FROM actor WHERE id IS NOT NULL`;
}
