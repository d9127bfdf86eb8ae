import "server-only";
import { type AccountLinkKind, linkLifetime } from "@/lib/domain/accounts/link-lifetime";
import type { MembershipRole } from "@/lib/generated/prisma/enums";
import { type InvitationTargetKind, IS_FOR_DEACTIVATED, IS_OPEN } from "./account-links";
import { insertAuditEventWith } from "./audit-events";
import { inTransaction, pool } from "./pg";
import type { Actor } from "./scope";

/** A link that is to be mailed, and what its message says. */
export type MailedLink = {
  readonly id: string;
  readonly kind: AccountLinkKind;
  /** Of the recipient. */
  readonly name: string;
  readonly address: string;
  readonly targetKind: InvitationTargetKind | null;
  readonly targetName: string | null;
  readonly role: MembershipRole | null;
  readonly inviterName: string | null;
};

export type LinkDelivery =
  | { readonly state: "sent"; readonly tokenSha256: Buffer; readonly expiresAt: Date }
  | { readonly state: "failed"; readonly failure: string };

const JOB: Actor = { userId: null, via: "job" };

const IS_TO_MAIL = `${IS_OPEN("$2")} AND l.token_sha256 IS NULL AND l.sent_at IS NULL AND l.failure IS NULL`;

/**
 * Mails a link once: it is locked while its message leaves, so that two workers send one. What `deliver` throws leaves it
 * as it was, to be tried again under another token.
 *
 * A new address that has an account, or an invited one whose account is deactivated, is sent nothing, and its link looks
 * sent, until the same instant: who asked learns nothing of it.
 *
 * @returns False when there is nothing to send: unknown, over, sent or handed over already.
 */
export async function mailAccountLink(
  linkId: string,
  now: Date,
  deliver: (link: MailedLink) => Promise<LinkDelivery>,
): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<MailedLink & { readonly isSilent: boolean }>(
      `SELECT l.id::text, l.kind, COALESCE(l.name, u.name) AS name, COALESCE(l.email, u.email) AS address,
              l.target_kind AS "targetKind", COALESCE(c.name, o.name) AS "targetName", l.role, i.name AS "inviterName",
              ${IS_FOR_DEACTIVATED}
                OR (l.kind = 'email' AND EXISTS (SELECT FROM "user" t WHERE t.email = l.email)) AS "isSilent"
         FROM account_link l
         LEFT JOIN "user" u ON u.id = l.user_id
         LEFT JOIN "user" i ON i.id = l.created_by_user_id
         LEFT JOIN collectivity c ON c.id = l.collectivity_id
         LEFT JOIN operation o ON o.id = l.operation_id
        WHERE l.id = $1 AND ${IS_TO_MAIL} FOR UPDATE OF l`,
      [linkId, now],
    );
    const [found] = rows;
    if (!found) return false;
    const { isSilent, ...link } = found;
    if (isSilent) {
      const expiresAt = new Date(now.getTime() + linkLifetime(link.kind, "mailed"));
      const asSent = "UPDATE account_link SET sent_at = $2, expires_at = $3 WHERE id = $1";
      await client.query(asSent, [linkId, now, expiresAt]);
      return true;
    }
    const delivery = await deliver(link);
    if (delivery.state === "sent") {
      await client.query(
        `UPDATE account_link SET token_sha256 = $2, expires_at = $3, is_mailed = true, sent_at = $4 WHERE id = $1`,
        [linkId, delivery.tokenSha256, delivery.expiresAt, now],
      );
    } else {
      await client.query("UPDATE account_link SET failure = $2 WHERE id = $1", [linkId, delivery.failure]);
    }
    const entry = { actor: JOB, action: "send.account_link", objectType: "account_link", objectId: linkId } as const;
    await insertAuditEventWith(client, { ...entry, after: { kind: link.kind, state: delivery.state } });
    return true;
  });
}

/** Records that a link could not be mailed; it can be sent again, or handed over. */
export async function failAccountLink(linkId: string, failure: string, now: Date): Promise<void> {
  await inTransaction(async (client) => {
    const { rowCount } = await client.query(
      `UPDATE account_link l SET failure = $3 WHERE l.id = $1 AND ${IS_TO_MAIL}`,
      [linkId, now, failure],
    );
    if (rowCount === 0) return;
    const entry = { actor: JOB, action: "send.account_link", objectType: "account_link", objectId: linkId } as const;
    await insertAuditEventWith(client, { ...entry, after: { state: "failed" } });
  });
}

/**
 * The address an account had when another one was asked for: it is told although the link was followed, or called off,
 * meanwhile. Null once it is forgotten.
 */
export async function findAddressToWarn(
  linkId: string,
): Promise<{ readonly name: string; readonly address: string } | null> {
  const { rows } = await pool.query<{ name: string; address: string }>(
    `SELECT u.name, l.former_email AS address FROM account_link l JOIN "user" u ON u.id = l.user_id
      WHERE l.id = $1 AND l.kind = 'email' AND l.former_email IS NOT NULL`,
    [linkId],
  );
  return rows[0] ?? null;
}
