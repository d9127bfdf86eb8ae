import "server-only";
import { IS_OPEN } from "./account-links";
import { insertAuditEventWith } from "./audit-events";
import { inTransaction } from "./pg";
import { enqueueAccountMail } from "./queue";
import type { Actor } from "./scope";

/** Of links to a new password that lead somewhere: who asks again and again gets no more. */
const MOST_OPEN = 3;

export type AskedLink = {
  /** Made by the caller, so that the job can be queued without knowing whether there is a link. */
  readonly id: string;
  /** Until when it waits to be mailed or handed over. */
  readonly expiresAt: Date;
  readonly isQueued: boolean;
};

/**
 * Asks for a new password for whoever has an address. The statements are the same, and as many, whether or not there is
 * such an account, is it active and has it a password: the answer's time tells nothing.
 */
export async function insertPasswordRequest(email: string, link: AskedLink, now: Date): Promise<void> {
  await inTransaction(async (client) => {
    await client.query(
      `WITH asked AS (
         INSERT INTO account_link (id, kind, user_id, expires_at, created_at)
         SELECT $1, 'password', u.id, $3, $4
           FROM "user" u
          WHERE u.email = $2 AND u.deactivated_at IS NULL
            AND EXISTS (SELECT FROM account a WHERE a.user_id = u.id AND a.provider_id = 'credential')
            AND (SELECT count(*) FILTER (WHERE l.token_sha256 IS NOT NULL) < ${MOST_OPEN}
                        AND count(*) FILTER (WHERE l.token_sha256 IS NULL AND l.failure IS NULL) = 0
                   FROM account_link l WHERE l.user_id = u.id AND l.kind = 'password' AND ${IS_OPEN("$4")})
         RETURNING id, user_id)
       INSERT INTO audit_event (via, action, object_type, object_id, after)
       SELECT 'session', 'request.password', 'user', user_id::text, jsonb_build_object('linkId', id)
         FROM asked`,
      [link.id, email.toLowerCase(), link.expiresAt, now],
    );
    // The job finds out: its payload is an id that may be nobody's.
    if (link.isQueued) await enqueueAccountMail(client, { linkId: link.id, message: "link" });
  });
}

/**
 * Writes a link to a new password for whoever has an address, to be handed over at once; others lead nowhere any more.
 *
 * @returns False when no active account has the address.
 */
export async function insertPasswordLink(
  email: string,
  actor: Actor,
  link: { readonly id: string; readonly tokenSha256: Buffer; readonly expiresAt: Date },
  now: Date,
): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ userId: string }>(
      `INSERT INTO account_link (id, kind, user_id, token_sha256, expires_at, created_at)
       SELECT $1, 'password', id, $3, $4, $5 FROM "user" WHERE email = $2 AND deactivated_at IS NULL
       RETURNING user_id::text AS "userId"`,
      [link.id, email.toLowerCase(), link.tokenSha256, link.expiresAt, now],
    );
    const [written] = rows;
    if (!written) return false;
    await client.query(
      `UPDATE account_link SET revoked_at = $3, token_sha256 = NULL
        WHERE user_id = $1 AND id <> $2 AND kind = 'password' AND used_at IS NULL AND revoked_at IS NULL`,
      [written.userId, link.id, now],
    );
    const entry = { actor, action: "hand.account_link", objectType: "user", objectId: written.userId } as const;
    await insertAuditEventWith(client, { ...entry, after: { linkId: link.id } });
    return true;
  });
}

/**
 * Asks for another address for an account: a link goes to the new one, word of it to the one it has. A former request ends.
 * Whether the new one has an account already changes nothing here: the job looks, and mails no link then.
 */
export async function insertEmailChange(
  userId: string,
  email: string,
  actor: Actor,
  link: AskedLink,
  now: Date,
): Promise<void> {
  await inTransaction(async (client) => {
    await client.query(
      `UPDATE account_link SET revoked_at = $2, token_sha256 = NULL
        WHERE user_id = $1 AND kind = 'email' AND used_at IS NULL AND revoked_at IS NULL`,
      [userId, now],
    );
    await client.query(
      `INSERT INTO account_link (id, kind, user_id, email, former_email, expires_at, created_at, created_by_user_id)
       SELECT $1, 'email', u.id, $3, u.email, $4, $5, u.id FROM "user" u WHERE u.id = $2`,
      [link.id, userId, email.toLowerCase(), link.expiresAt, now],
    );
    if (link.isQueued) {
      await enqueueAccountMail(client, { linkId: link.id, message: "notice" });
      await enqueueAccountMail(client, { linkId: link.id, message: "link" });
    }
    const entry = { actor, action: "request.email_change", objectType: "user", objectId: userId } as const;
    await insertAuditEventWith(client, { ...entry, after: { linkId: link.id } });
  });
}

/** Calls off the change of address an account waits for. False when it waits for none. */
export async function cancelEmailChange(userId: string, actor: Actor, now: Date): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `UPDATE account_link l SET revoked_at = $2, token_sha256 = NULL
        WHERE l.user_id = $1 AND l.kind = 'email' AND ${IS_OPEN("$2")} RETURNING l.id::text`,
      [userId, now],
    );
    const [link] = rows;
    if (!link) return false;
    const entry = { actor, action: "revoke.account_link", objectType: "account_link", objectId: link.id } as const;
    await insertAuditEventWith(client, { ...entry, after: { kind: "email" } });
    return true;
  });
}
