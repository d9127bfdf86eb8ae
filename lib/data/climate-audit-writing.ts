import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { AuditAction } from "@/lib/domain/audit-action";
import { DomainError } from "@/lib/domain/errors";
import { insertAuditEventWith } from "./audit-events";
import { findOpenAudit, type OpenAudit } from "./climate-audits";
import { insertClimateFile } from "./climate-files";
import { countPlanEvents } from "./climate-plan-stamp";
import { insertClimateSnapshotWith, type StampedSnapshot } from "./climate-snapshots";
import { climatePlanLock } from "./operation-locks";
import { inLockedTransaction } from "./pg";
import type { Actor, AuthorizedClimatePlanId } from "./scope";

export type NewLabelRequest = {
  /** 1 to 5. */
  readonly star: number;
  readonly hasObjectivesContract: boolean;
  /** The signed request; null where none is needed. */
  readonly document: { readonly name: string; readonly sha256: Uint8Array; readonly bytes: Uint8Array } | null;
};

/**
 * Opens a request for a star. One transaction.
 *
 * @returns Its id.
 * @throws {DomainError} AUDIT_STEP_REFUSED when one is open already.
 */
export async function insertLabelRequest(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  { star, hasObjectivesContract, document }: NewLabelRequest,
): Promise<string> {
  return inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    if (await findOpenAudit(collectivityId, client)) refuseStep("a request is open already");
    if (document) await insertClimateFile(client, collectivityId, document.sha256, document.bytes);
    const id = randomUUID();
    await client.query(
      `INSERT INTO climate_audit (id, collectivity_id, star, has_objectives_contract, file_name, sha256, requested_at,
                                  requested_by)
       VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp(), $7)`,
      [
        id,
        collectivityId,
        star,
        hasObjectivesContract,
        document?.name ?? null,
        document && Buffer.from(document.sha256),
        actor.userId,
      ],
    );
    const after = { star, hasObjectivesContract, hasDocument: document !== null };
    await record(client, collectivityId, actor, "request.climate_audit", id, after);
    return id;
  });
}

/**
 * Starts the audit of the open request: from now on only the auditor answers. Keeps the plan as he finds it. One
 * transaction.
 *
 * @param auditorId - A user who is no member of the collectivity.
 * @returns False, with nothing written, when the plan was written to since it was read.
 * @throws {DomainError} AUDIT_STEP_REFUSED unless a request waits for its audit; AUDITOR_IS_MEMBER.
 */
export async function startClimateAudit(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  auditorId: string,
  { stamp, snapshot }: StampedSnapshot,
): Promise<boolean> {
  return inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    const audit = await findOpenAudit(collectivityId, client);
    if (!audit || audit.startedAt) refuseStep("no request waits for its audit");
    await assertIndependent(client, collectivityId, auditorId);
    if ((await countPlanEvents(collectivityId, client)) !== stamp) return false;
    const snapshotId = await insertClimateSnapshotWith(client, collectivityId, actor, snapshot);
    await client.query(
      `UPDATE climate_audit SET auditor_id = $2, started_at = clock_timestamp(), started_by = $3, start_snapshot_id = $4
        WHERE id = $1`,
      [audit.id, auditorId, actor.userId, snapshotId],
    );
    await record(client, collectivityId, actor, "start.climate_audit", audit.id, { auditorId, snapshotId });
    return true;
  });
}

// Who answers for a plan does not audit it, nor does who manages the installation.
async function assertIndependent(client: PoolClient, collectivityId: AuthorizedClimatePlanId, auditorId: string) {
  const { rowCount } = await client.query(
    `SELECT FROM membership WHERE collectivity_id = $1 AND user_id = $2
      UNION ALL SELECT FROM "user" WHERE id = $2 AND is_instance_admin`,
    [collectivityId, auditorId],
  );
  if (rowCount === 0) return;
  throw new DomainError("AUDITOR_IS_MEMBER", "the auditor is a member", { details: { field: "email" } });
}

/**
 * Validates the audit under way: nobody writes any more. Keeps the plan as the auditor leaves it. One transaction.
 *
 * @returns False, with nothing written, when the plan was written to since it was read.
 * @throws {DomainError} AUDIT_STEP_REFUSED unless the actor's audit is under way.
 */
export async function validateClimateAudit(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  { stamp, snapshot }: StampedSnapshot,
): Promise<boolean> {
  return inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    const audit = await findOpenAudit(collectivityId, client);
    if (!audit?.startedAt || audit.validatedAt || audit.auditorId !== actor.userId) {
      refuseStep("no audit of this auditor is under way");
    }
    if ((await countPlanEvents(collectivityId, client)) !== stamp) return false;
    const snapshotId = await insertClimateSnapshotWith(client, collectivityId, actor, snapshot);
    await client.query(
      `UPDATE climate_audit SET validated_at = clock_timestamp(), validation_snapshot_id = $2 WHERE id = $1`,
      [audit.id, snapshotId],
    );
    await record(client, collectivityId, actor, "validate.climate_audit", audit.id, { snapshotId });
    return true;
  });
}

/**
 * Closes what is open: a request is withdrawn, an audit cancelled, a validated one reopened. Who writes follows the
 * roles again, and the auditor's access ends. One transaction.
 *
 * @throws {DomainError} AUDIT_STEP_REFUSED when nothing is open.
 */
export async function closeClimateAudit(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  reason: string,
): Promise<void> {
  await inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    const audit = await findOpenAudit(collectivityId, client);
    if (!audit) refuseStep("nothing is open");
    await client.query(
      `UPDATE climate_audit SET closed_at = clock_timestamp(), closed_by = $2, close_reason = $3 WHERE id = $1`,
      [audit.id, actor.userId, reason],
    );
    await record(client, collectivityId, actor, closingOf(audit), audit.id, { star: audit.star });
  });
}

function closingOf({ startedAt, validatedAt }: OpenAudit) {
  if (validatedAt) return "reopen.climate_audit";
  return startedAt ? "cancel.climate_audit" : "withdraw.climate_audit";
}

function refuseStep(message: string): never {
  throw new DomainError("AUDIT_STEP_REFUSED", message);
}

type AuditStep = Extract<AuditAction, `${string}.climate_audit`>;

async function record(
  client: PoolClient,
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  action: AuditStep,
  objectId: string,
  after: Readonly<Record<string, string | number | boolean>>,
): Promise<void> {
  await insertAuditEventWith(client, { collectivityId, actor, action, objectType: "climate_audit", objectId, after });
}
