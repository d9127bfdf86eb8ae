import "server-only";
import type { PoolClient } from "pg";
import type { AccountLinkKind } from "@/lib/domain/accounts/link-lifetime";
import type { MembershipRole } from "@/lib/generated/prisma/enums";
import { ACCOUNT_RIGHTS } from "./account-rights";
import { MAY_STILL_INVITE } from "./inviter-rights";
import { pool } from "./pg";
import type {
  AuthorizedCollectivityId,
  AuthorizedInstanceId,
  AuthorizedOperationId,
  InvitableCollectivityId,
} from "./scope";

/** What an invitation opens once it is accepted. */
export type InvitationTarget =
  | {
      readonly kind: "collectivity";
      readonly collectivityId: InvitableCollectivityId;
      readonly role: MembershipRole;
    }
  | { readonly kind: "operation"; readonly operationId: AuthorizedOperationId; readonly role: MembershipRole }
  | { readonly kind: "participant"; readonly operationId: AuthorizedOperationId; readonly participantId: string }
  | { readonly kind: "installation"; readonly instanceId: AuthorizedInstanceId }
  /** An account of no collectivity: what is audited is confided to it afterwards. */
  | { readonly kind: "auditor"; readonly collectivityId: AuthorizedCollectivityId };

export type InvitationTargetKind = InvitationTarget["kind"];

/** A link as its bearer finds it; nothing of the account it is about but what its address tells. */
export type OpenAccountLink = {
  readonly id: string;
  readonly kind: AccountLinkKind;
  /** As the inviter wrote it; null but for an invitation. */
  readonly name: string | null;
  /** Who is invited, or the new address; of a new password, the address of the account. */
  readonly email: string;
  readonly targetKind: InvitationTargetKind | null;
  /** The collectivity, or the operation, an invitation opens. */
  readonly targetName: string | null;
  readonly role: MembershipRole | null;
  readonly inviterName: string | null;
  readonly expiresAt: Date;
  /** Whether it went to the address by mail; else whoever was handed it has it, or the inviter himself. */
  readonly isMailed: boolean;
  /** Whose account it is about: of an invitation, the account that its address has already. */
  readonly userId: string | null;
  /** Of an invitation or a new address: whether it is the first proof that an address of that account is its owner's. */
  readonly isFirstProof: boolean;
};

/** The link of a token as long as it leads somewhere; null for one that is unknown, used, revoked or over alike. */
export async function findOpenAccountLink(tokenSha256: Buffer, now: Date): Promise<OpenAccountLink | null> {
  const { rows } = await pool.query<OpenAccountLink>(
    `SELECT l.id::text, l.kind, l.name, COALESCE(l.email, u.email) AS email, l.target_kind AS "targetKind",
            COALESCE(c.name, o.name) AS "targetName", l.role, i.name AS "inviterName", l.expires_at AS "expiresAt",
            l.is_mailed AS "isMailed", u.id::text AS "userId", l.kind <> 'password' AND l.is_mailed AND u.email_verified IS FALSE AS "isFirstProof"
       FROM account_link l
       LEFT JOIN "user" u ON u.id = l.user_id OR (l.kind = 'invitation' AND u.email = l.email)
       LEFT JOIN "user" i ON i.id = l.created_by_user_id
       LEFT JOIN collectivity c ON c.id = l.collectivity_id
       LEFT JOIN operation o ON o.id = l.operation_id
      WHERE l.token_sha256 = $1 AND ${IS_OPEN("$2")} AND NOT (l.is_mailed AND ${IS_FOR_DEACTIVATED})`,
    [tokenSha256, now],
  );
  return rows[0] ?? null;
}

/**
 * A condition on `account_link l`: it invites an address whose account is deactivated. Nobody accepts it, and no mail says
 * it: who made it must not learn of an account that is not his to see.
 */
export const IS_FOR_DEACTIVATED = `(l.kind = 'invitation'
   AND EXISTS (SELECT FROM "user" v WHERE v.email = l.email AND v.deactivated_at IS NOT NULL))`;

const OPENED_COLLECTIVITY =
  "coalesce(l.collectivity_id, (SELECT o.collectivity_id FROM operation o WHERE o.id = l.operation_id))";

// What `mayManageAccount` and `authorizeAccountLink` asked when he took the link, asked again of today's rights.
const HANDED_BY_WHO_MAY = `(l.handed_by_user_id IS NULL OR EXISTS (
   SELECT FROM "user" h WHERE h.id = l.handed_by_user_id AND h.deactivated_at IS NULL AND h.erased_at IS NULL AND CASE
     WHEN l.kind = 'invitation' THEN
       (h.is_instance_admin AND l.target_kind IN ('installation', 'collectivity'))
       OR ${OPENED_COLLECTIVITY} IN (SELECT m.collectivity_id FROM membership m WHERE m.user_id = h.id AND m.role = 'admin')
     WHEN EXISTS (SELECT FROM "user" t WHERE t.id = l.user_id AND t.is_instance_admin) THEN false
     ELSE h.is_instance_admin
       OR (SELECT bool_and(r.collectivity_id IN (SELECT m.collectivity_id FROM membership m
                                                  WHERE m.user_id = h.id AND m.role = 'admin'))
             FROM ${ACCOUNT_RIGHTS} r WHERE r.user_id = l.user_id) END))`;

/**
 * A condition on `account_link l`: it leads somewhere at an instant. Neither does a new password or address of a deactivated
 * account, nor an invitation by somebody who was deactivated since, or could not make it any more, nor what was handed over
 * by somebody who no longer may. An invitation of an address whose account is deactivated is open: listed, handed over and,
 * handed over, shown as any other, it tells nobody of that account. It is neither mailed nor accepted.
 */
export const IS_OPEN = (now: string): string =>
  `l.used_at IS NULL AND l.revoked_at IS NULL AND l.expires_at > ${now} AND ${MAY_STILL_INVITE}
   AND NOT EXISTS (SELECT FROM "user" d WHERE d.deactivated_at IS NOT NULL
                    AND d.id IN (l.user_id, l.created_by_user_id))
   AND ${HANDED_BY_WHO_MAY}`;

/** A link held until the transaction ends, so that it is used once; null when it leads nowhere. */
export async function lockOpenAccountLink(
  client: PoolClient,
  tokenSha256: Buffer,
  kind: AccountLinkKind,
  now: Date,
): Promise<LockedAccountLink | null> {
  const { rows } = await client.query<LockedAccountLink>(
    `SELECT l.id::text, l.email, l.user_id::text AS "userId", l.is_mailed AS "isMailed", l.target_kind AS "targetKind",
            l.collectivity_id::text AS "collectivityId", l.operation_id::text AS "operationId",
            l.participant_id::text AS "participantId", l.role
       FROM account_link l WHERE l.token_sha256 = $1 AND l.kind = $2::"AccountLinkKind" AND ${IS_OPEN("$3")}
        FOR UPDATE OF l`,
    [tokenSha256, kind, now],
  );
  return rows[0] ?? null;
}

export type LockedAccountLink = {
  readonly id: string;
  readonly email: string | null;
  readonly userId: string | null;
  readonly isMailed: boolean;
  readonly targetKind: InvitationTargetKind | null;
  readonly collectivityId: string | null;
  readonly operationId: string | null;
  readonly participantId: string | null;
  readonly role: MembershipRole | null;
};
