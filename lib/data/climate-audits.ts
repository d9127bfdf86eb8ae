import "server-only";
import type { PoolClient } from "pg";
import { DomainError } from "@/lib/domain/errors";
import { pool } from "./pg";
import type { Actor, AuthorizedClimatePlanId } from "./scope";

/** A request for a star and what became of it; a step that has not come is null. */
export type ClimateAudit = {
  readonly id: string;
  /** Asked for, 1 to 5. */
  readonly star: number;
  readonly hasObjectivesContract: boolean;
  /** Of the signed request. */
  readonly fileName: string | null;
  readonly requestedAt: Date;
  readonly requestedByName: string | null;
  readonly auditorId: string | null;
  readonly auditorName: string | null;
  readonly startedAt: Date | null;
  readonly startedByName: string | null;
  readonly startSnapshotId: string | null;
  readonly validatedAt: Date | null;
  readonly validationSnapshotId: string | null;
  readonly closedAt: Date | null;
  readonly closedByName: string | null;
  readonly closeReason: string | null;
};

/** Every request of a collectivity, the latest first; an open one is the first. Names are those of today. */
export async function listClimateAudits(
  collectivityId: AuthorizedClimatePlanId,
  client: Pick<PoolClient, "query"> = pool,
): Promise<readonly ClimateAudit[]> {
  const { rows } = await client.query<ClimateAudit>(
    `SELECT a.id::text, a.star::int, a.has_objectives_contract AS "hasObjectivesContract", a.file_name AS "fileName",
            a.requested_at AS "requestedAt", r.name AS "requestedByName", a.auditor_id::text AS "auditorId",
            u.name AS "auditorName", a.started_at AS "startedAt", s.name AS "startedByName",
            a.start_snapshot_id::text AS "startSnapshotId", a.validated_at AS "validatedAt",
            a.validation_snapshot_id::text AS "validationSnapshotId", a.closed_at AS "closedAt",
            c.name AS "closedByName", a.close_reason AS "closeReason"
       FROM climate_audit a
       LEFT JOIN "user" r ON r.id = a.requested_by
       LEFT JOIN "user" u ON u.id = a.auditor_id
       LEFT JOIN "user" s ON s.id = a.started_by
       LEFT JOIN "user" c ON c.id = a.closed_by
      WHERE a.collectivity_id = $1
      ORDER BY a.closed_at IS NULL DESC, a.requested_at DESC, a.id DESC`,
    [collectivityId],
  );
  return rows;
}

// Who answers for a plan does not audit it, even if he was made a member after the audit began.
const IS_INDEPENDENT =
  "NOT EXISTS (SELECT FROM membership m WHERE m.collectivity_id = a.collectivity_id AND m.user_id = a.auditor_id)";

/** What decides who may write to a plan; its auditor is null, too, once he is a member of the collectivity. */
export type OpenAudit = Pick<ClimateAudit, "id" | "star" | "auditorId" | "startedAt" | "validatedAt">;

/** The request of a collectivity that is not closed; null without one. */
export async function findOpenAudit(
  collectivityId: AuthorizedClimatePlanId,
  client: Pick<PoolClient, "query"> = pool,
): Promise<OpenAudit | null> {
  const { rows } = await client.query<OpenAudit>(
    `SELECT a.id::text, a.star::int, CASE WHEN ${IS_INDEPENDENT} THEN a.auditor_id::text END AS "auditorId",
            a.started_at AS "startedAt", a.validated_at AS "validatedAt"
       FROM climate_audit a WHERE a.collectivity_id = $1 AND a.closed_at IS NULL`,
    [collectivityId],
  );
  return rows[0] ?? null;
}

/** The collectivities whose plan a user audits now, by name: from the start of an audit to its validation. */
export async function listPlansAuditedBy(
  userId: string,
): Promise<readonly { readonly collectivityId: string; readonly collectivityName: string }[]> {
  const { rows } = await pool.query<{ collectivityId: string; collectivityName: string }>(
    `SELECT a.collectivity_id::text AS "collectivityId", c.name AS "collectivityName"
       FROM climate_audit a JOIN collectivity c ON c.id = a.collectivity_id
      WHERE a.auditor_id = $1 AND a.started_at IS NOT NULL AND a.validated_at IS NULL AND a.closed_at IS NULL
        AND ${IS_INDEPENDENT}
      ORDER BY c.name, c.id`,
    [userId],
  );
  return rows;
}

/**
 * Refuses a write to a plan that its audit keeps from the caller. Called under the lock of the plan, which the steps of
 * an audit take too.
 *
 * @param what - Answers, with what is said of them, are the auditor's while he audits; nothing else is anybody's.
 * @throws {DomainError} PLAN_UNDER_AUDIT, or PLAN_AUDITED once the audit is validated.
 */
export async function assertPlanWritable(
  client: Pick<PoolClient, "query">,
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  what: "answers" | "anything_else",
): Promise<void> {
  const audit = await findOpenAudit(collectivityId, client);
  if (!audit?.startedAt) return;
  if (audit.validatedAt) throw new DomainError("PLAN_AUDITED", "the audit is validated: nobody writes");
  if (what === "answers" && actor.userId === audit.auditorId) return;
  throw new DomainError("PLAN_UNDER_AUDIT", "an audit is under way: only its auditor writes");
}

/** The signed request of an audit, by name and SHA-256 in hexadecimal; null without one. */
export async function findLabelRequestFile(
  collectivityId: AuthorizedClimatePlanId,
  auditId: string,
): Promise<{ readonly name: string; readonly sha256: string } | null> {
  const { rows } = await pool.query<{ name: string; sha256: string }>(
    `SELECT file_name AS name, encode(sha256, 'hex') AS sha256 FROM climate_audit
      WHERE collectivity_id = $1 AND id = $2 AND sha256 IS NOT NULL`,
    [collectivityId, auditId],
  );
  return rows[0] ?? null;
}
