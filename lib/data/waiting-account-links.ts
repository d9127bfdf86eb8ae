import "server-only";
import type { AccessRole } from "@/lib/domain/access/access-role";
import type { AccountLinkKind } from "@/lib/domain/accounts/link-lifetime";
import { type InvitationTargetKind, IS_OPEN } from "./account-links";
import { ACCOUNT_RIGHTS } from "./account-rights";
import { pool } from "./pg";
import type { AuthorizedCollectivityId, AuthorizedInstanceId } from "./scope";

/** A link that leads somewhere and was not used, and where it stands. */
export type WaitingAccountLink = {
  readonly id: string;
  readonly kind: AccountLinkKind;
  /** Who is invited, or whose account it is. */
  readonly name: string;
  /** Where the link goes. */
  readonly email: string;
  readonly targetKind: InvitationTargetKind | null;
  readonly targetName: string | null;
  readonly role: AccessRole | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** `waiting`: nobody has it yet. */
  readonly state: "waiting" | "sent" | "handed_over" | "failed";
  readonly failure: string | null;
  /** Null for an invitation. */
  readonly userId: string | null;
};

/** More than an administrator goes through at once. */
const MOST = 200;

// Of `account_link l`, with what it is about; `$1` is the instant.
const WAITING = `
  SELECT l.id::text, l.kind, COALESCE(l.name, u.name) AS name, COALESCE(l.email, u.email) AS email,
         l.target_kind AS "targetKind", COALESCE(c.name, o.name) AS "targetName", l.role::text AS role,
         l.created_at AS "createdAt", l.expires_at AS "expiresAt", l.failure, l.user_id::text AS "userId",
         CASE WHEN l.failure IS NOT NULL THEN 'failed' WHEN l.sent_at IS NOT NULL THEN 'sent'
              WHEN l.token_sha256 IS NOT NULL THEN 'handed_over' ELSE 'waiting' END AS state
    FROM account_link l
    LEFT JOIN "user" u ON u.id = l.user_id
    LEFT JOIN collectivity c ON c.id = l.collectivity_id
    LEFT JOIN operation o ON o.id = l.operation_id
   WHERE ${IS_OPEN("$1")}`;

const LATEST_FIRST = `ORDER BY l.created_at DESC, l.id DESC LIMIT ${MOST}`;

/**
 * What waits in a collectivity, the latest first: its invitations, those to its operations, and what everybody asked for who
 * has a right in it: members, those with a role in one operation, participants, auditors.
 */
export async function listWaitingAccountLinks(
  collectivityId: AuthorizedCollectivityId,
  now: Date,
): Promise<readonly WaitingAccountLink[]> {
  const { rows } = await pool.query<WaitingAccountLink>(
    `${WAITING}
        AND (l.collectivity_id = $2 OR o.collectivity_id = $2
             OR (l.kind <> 'invitation'
                 AND l.user_id IN (SELECT r.user_id FROM ${ACCOUNT_RIGHTS} r WHERE r.collectivity_id = $2)))
      ${LATEST_FIRST}`,
    [now, collectivityId],
  );
  return rows;
}

/**
 * What the administrator of the installation can hand over, the latest first: what any account asked for, and invitations to
 * administer a collectivity or the installation. Accounts of administrators of the installation are managed on its machine.
 */
export async function listWaitingLinksOfInstance(
  _instance: AuthorizedInstanceId,
  now: Date,
): Promise<readonly WaitingAccountLink[]> {
  const { rows } = await pool.query<WaitingAccountLink>(
    `${WAITING}
        AND ((l.kind <> 'invitation' AND NOT u.is_instance_admin) OR l.target_kind = 'installation'
             OR (l.target_kind = 'collectivity' AND l.role = 'admin'))
      ${LATEST_FIRST}`,
    [now],
  );
  return rows;
}

/** What an account link is about: who may hand it over depends on it. Null for one that is unknown. */
export async function findAccountLinkSubject(linkId: string): Promise<AccountLinkSubject | null> {
  const { rows } = await pool.query<AccountLinkSubject>(
    `SELECT l.kind, l.target_kind AS "targetKind", l.user_id::text AS "userId",
            COALESCE(l.collectivity_id, o.collectivity_id)::text AS "collectivityId"
       FROM account_link l LEFT JOIN operation o ON o.id = l.operation_id WHERE l.id = $1`,
    [linkId],
  );
  return rows[0] ?? null;
}

export type AccountLinkSubject = {
  readonly kind: AccountLinkKind;
  readonly targetKind: InvitationTargetKind | null;
  readonly userId: string | null;
  /** Of which collectivity an invitation opens something. */
  readonly collectivityId: string | null;
};

/** The new address an account has asked for and that still waits; null without one. */
export async function findPendingEmailChange(
  userId: string,
  now: Date,
): Promise<{ readonly email: string; readonly expiresAt: Date } | null> {
  const { rows } = await pool.query<{ email: string; expiresAt: Date }>(
    `SELECT l.email, l.expires_at AS "expiresAt" FROM account_link l
      WHERE l.user_id = $1 AND l.kind = 'email' AND ${IS_OPEN("$2")}`,
    [userId, now],
  );
  return rows[0] ?? null;
}
