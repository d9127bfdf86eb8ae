import "server-only";
import type { PoolClient } from "pg";
import type { AuditAction } from "@/lib/domain/audit-action";
import { DomainError } from "@/lib/domain/errors";
import { type InvitationTarget, IS_OPEN } from "./account-links";
import { insertAuditEventWith } from "./audit-events";
import { inTransaction } from "./pg";
import { enqueueAccountMail } from "./queue";
import type { Actor, AuthorizedAccountLinkId } from "./scope";

/** A link as it is written: its token stays with who is given it. */
export type WrittenLink = {
  readonly expiresAt: Date;
  /** Null: a job writes the link when it mails it. */
  readonly tokenSha256: Buffer | null;
};

/** A link that is to be handed over, or is queued to be mailed, or waits for either. */
export type NewLink = WrittenLink & { readonly isQueued: boolean };

/**
 * Invites somebody to what a caller was proven for. A former invitation of the same address to the same thing ends.
 *
 * @throws {DomainError} ALREADY_MEMBER when his address has what the invitation would open.
 */
export async function insertInvitation(
  target: InvitationTarget,
  invited: { readonly email: string; readonly name: string },
  actor: Actor,
  link: NewLink,
  now: Date,
): Promise<string> {
  const email = invited.email.toLowerCase();
  const of = targetColumns(target);
  return inTransaction(async (client) => {
    await assertNew(client, of, email);
    await client.query(
      `UPDATE account_link SET revoked_at = $7, token_sha256 = NULL
        WHERE kind = 'invitation' AND email = $1 AND target_kind = $2::"AccountLinkTarget" AND used_at IS NULL
          AND revoked_at IS NULL AND collectivity_id IS NOT DISTINCT FROM $3 AND operation_id IS NOT DISTINCT FROM $4
          AND participant_id IS NOT DISTINCT FROM $5 AND role IS NOT DISTINCT FROM $6::"MembershipRole"`,
      [email, of.kind, of.collectivityId, of.operationId, of.participantId, of.role, now],
    );
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO account_link (id, kind, token_sha256, name, email, target_kind, collectivity_id, operation_id,
                                 participant_id, role, expires_at, created_at, created_by_user_id)
       VALUES (gen_random_uuid(), 'invitation', $1, $2, $3, $4::"AccountLinkTarget", $5, $6, $7, $8::"MembershipRole",
               $9, $10, $11)
       RETURNING id::text`,
      [
        link.tokenSha256,
        invited.name,
        email,
        of.kind,
        of.collectivityId,
        of.operationId,
        of.participantId,
        of.role,
        link.expiresAt,
        now,
        actor.userId,
      ],
    );
    const id = rows[0]?.id;
    if (!id) throw new Error("an inserted invitation has no id");
    if (link.isQueued) await enqueueAccountMail(client, { linkId: id, message: "link" });
    await insertAuditEventWith(client, {
      ...(of.collectivityId && { collectivityId: of.collectivityId }),
      ...(of.operationId && { operationId: of.operationId }),
      actor,
      action: "invite.person",
      objectType: "account_link",
      objectId: id,
      after: { to: of.kind, role: of.role, participantId: of.participantId, isHandedOver: link.tokenSha256 !== null },
    });
    return id;
  });
}

type TargetColumns = {
  readonly kind: InvitationTarget["kind"];
  readonly collectivityId: string | null;
  readonly operationId: string | null;
  readonly participantId: string | null;
  readonly role: string | null;
};

const NOTHING = { collectivityId: null, operationId: null, participantId: null, role: null };

const targetColumns = (target: InvitationTarget): TargetColumns => ({ ...NOTHING, ...target });

// What is there already needs no invitation; another role in it is changed where it is shown.
async function assertNew(client: PoolClient, of: TargetColumns, email: string): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM "user" u WHERE u.email = $1 AND (
        ($2 = 'collectivity' AND EXISTS (SELECT FROM membership m WHERE m.user_id = u.id AND m.collectivity_id = $3))
        OR ($2 = 'operation' AND EXISTS (SELECT FROM operation_role r WHERE r.user_id = u.id AND r.operation_id = $4))
        OR ($2 = 'installation' AND u.is_instance_admin))`,
    [email, of.kind, of.collectivityId, of.operationId],
  );
  if (rowCount === 0) return;
  throw new DomainError("ALREADY_MEMBER", "the invited address has it already", { details: { field: "email" } });
}

/**
 * Writes a link anew to be handed over: whatever was mailed before leads nowhere from now on, and this one leads somewhere
 * as long as who takes it may hand it over.
 *
 * @returns False when the link is over.
 */
export async function handOverAccountLink(
  linkId: AuthorizedAccountLinkId,
  actor: Actor,
  link: { readonly tokenSha256: Buffer; readonly expiresAt: Date },
  now: Date,
): Promise<boolean> {
  return changeOpenLink(linkId, actor, "hand.account_link", now, async (client) => {
    await client.query(
      `UPDATE account_link SET token_sha256 = $2, expires_at = $3, is_mailed = false, sent_at = NULL, failure = NULL,
              handed_by_user_id = $4
        WHERE id = $1`,
      [linkId, link.tokenSha256, link.expiresAt, actor.userId],
    );
  });
}

/** Queues a link to be mailed again, under a new token. False when it is over. */
export async function sendAccountLinkAgain(
  linkId: AuthorizedAccountLinkId,
  actor: Actor,
  expiresAt: Date,
  now: Date,
): Promise<boolean> {
  return changeOpenLink(linkId, actor, "resend.account_link", now, async (client) => {
    await client.query(
      `UPDATE account_link SET token_sha256 = NULL, expires_at = $2, is_mailed = false, sent_at = NULL, failure = NULL,
              handed_by_user_id = NULL
        WHERE id = $1`,
      [linkId, expiresAt],
    );
    await enqueueAccountMail(client, { linkId, message: "link" });
  });
}

/** Ends a link that was not used. False when it is over. */
export async function revokeAccountLink(linkId: AuthorizedAccountLinkId, actor: Actor, now: Date): Promise<boolean> {
  return changeOpenLink(linkId, actor, "revoke.account_link", now, async (client) => {
    await client.query("UPDATE account_link SET token_sha256 = NULL, revoked_at = $2 WHERE id = $1", [linkId, now]);
  });
}

async function changeOpenLink(
  linkId: AuthorizedAccountLinkId,
  actor: Actor,
  action: AuditAction,
  now: Date,
  change: (client: PoolClient) => Promise<void>,
): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ kind: string; collectivityId: string | null; operationId: string | null }>(
      `SELECT l.kind, l.collectivity_id::text AS "collectivityId", l.operation_id::text AS "operationId"
         FROM account_link l WHERE l.id = $1 AND ${IS_OPEN("$2")} FOR UPDATE`,
      [linkId, now],
    );
    const [link] = rows;
    if (!link) return false;
    await change(client);
    const { kind, collectivityId, operationId } = link;
    await insertAuditEventWith(client, {
      ...(collectivityId && { collectivityId }),
      ...(operationId && { operationId }),
      actor,
      action,
      objectType: "account_link",
      objectId: linkId,
      after: { kind },
    });
    return true;
  });
}
