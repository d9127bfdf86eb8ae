import "server-only";
import type { PoolClient } from "pg";
import { auditOwn, closeLink, insertPassword, putPassword } from "./account-link-outcome";
import { type LockedAccountLink, lockOpenAccountLink } from "./account-links";
import {
  callOffLinksWith,
  countKeysWith,
  endSessionsWith,
  type KeysAndCalendars,
  proveAddressWith,
  revokeKeysWith,
  type UnprovenWaysIn,
} from "./account-ways-in";
import { insertAuditEventWith } from "./audit-events";
import { insertParticipantAccessWith } from "./participant-accesses";
import type { PasswordChange } from "./passwords";
import { inTransaction } from "./pg";
import type { Actor } from "./scope";

/**
 * Who accepts an invitation: somebody new, with his first password; the account that its address has; or, where nobody had
 * shown yet that the address is his and the invitation came by mail, that account with a password chosen now.
 */
export type Accepting =
  | { readonly kind: "new"; readonly name: string; readonly passwordHash: string }
  | { readonly kind: "proving"; readonly userId: string; readonly passwordHash: string }
  | { readonly kind: "existing"; readonly userId: string };

export type Acceptance = "accepted" | "over" | "account_exists" | "refused";

// Raised by the triggers that keep who manages the installation apart.
const INTEGRITY_VIOLATION = "23000";

/**
 * Accepts an invitation: account, right and use of the link are one transaction.
 *
 * @returns `over`: the link leads nowhere, or is another person's; `account_exists`: its address has an account by now;
 *   `refused`: who manages the installation has no other right, and who has rights does not manage it.
 */
export async function acceptInvitation(tokenSha256: Buffer, accepting: Accepting, now: Date): Promise<Acceptance> {
  try {
    return await inTransaction((client) => accept(client, tokenSha256, accepting, now));
  } catch (error) {
    if ((error as { code?: unknown }).code === INTEGRITY_VIOLATION) return "refused";
    throw error;
  }
}

async function accept(client: PoolClient, tokenSha256: Buffer, accepting: Accepting, now: Date): Promise<Acceptance> {
  const link = await lockOpenAccountLink(client, tokenSha256, "invitation", now);
  if (!link?.email) return "over";
  const found =
    accepting.kind === "new"
      ? await insertInvited(client, link, accepting, now)
      : await findInvited(client, link, accepting, now);
  if (found === null) return accepting.kind === "new" ? "account_exists" : "over";
  const { userId, ended } = found;
  await grant(client, link, userId, now);
  await client.query("UPDATE account_link SET used_at = $2, token_sha256 = NULL, user_id = $3 WHERE id = $1", [
    link.id,
    now,
    userId,
  ]);
  const { collectivityId, operationId, participantId, targetKind, role } = link;
  await insertAuditEventWith(client, {
    ...(collectivityId && { collectivityId }),
    ...(operationId && { operationId }),
    actor: { userId, via: "session" },
    action: "accept.invitation",
    objectType: "account_link",
    objectId: link.id,
    after: { userId, to: targetKind, role, participantId, isNew: accepting.kind === "new", ...(ended && { ended }) },
  });
  return "accepted";
}

type Invited = { readonly userId: string; readonly ended: UnprovenWaysIn | null };

async function insertInvited(
  client: PoolClient,
  { email, isMailed, collectivityId, role }: LockedAccountLink,
  { name, passwordHash }: Extract<Accepting, { kind: "new" }>,
  now: Date,
): Promise<Invited | null> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO "user" (id, name, email, email_verified, created_at, updated_at)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $4) ON CONFLICT (email) DO NOTHING RETURNING id::text`,
    [name, email, isMailed, now],
  );
  const id = rows[0]?.id;
  if (!id) return null;
  await insertPassword(client, id, passwordHash, now);
  await insertAuditEventWith(client, {
    ...(collectivityId && { collectivityId }),
    actor: { userId: id, via: "session" },
    action: "create.account",
    objectType: "user",
    objectId: id,
    after: { role },
  });
  return { userId: id, ended: null };
}

// Only the account of the invited address: a link passed on opens nothing to somebody else's.
async function findInvited(
  client: PoolClient,
  { email, isMailed }: LockedAccountLink,
  accepting: Exclude<Accepting, { kind: "new" }>,
  now: Date,
): Promise<Invited | null> {
  const { userId } = accepting;
  const { rowCount } = await client.query(
    `SELECT FROM "user" WHERE id = $1 AND email = $2 AND deactivated_at IS NULL FOR UPDATE`,
    [userId, email],
  );
  if (rowCount === 0) return null;
  const ended = isMailed ? await proveAddressWith(client, userId, now, { userId, via: "session" }) : null;
  if (accepting.kind === "proving") {
    if (!ended) return null; // proven meanwhile: from now on his password is asked for
    await putPassword(client, userId, accepting.passwordHash, now);
    await callOffLinksWith(client, userId, now);
  }
  return { userId, ended };
}

// What somebody was given since the invitation stays as it is.
async function grant(client: PoolClient, link: LockedAccountLink, userId: string, now: Date): Promise<void> {
  switch (link.targetKind) {
    case "collectivity":
      await client.query(
        `INSERT INTO membership (collectivity_id, user_id, role, created_at)
         VALUES ($1, $2, $3::"MembershipRole", $4) ON CONFLICT DO NOTHING`,
        [link.collectivityId, userId, link.role, now],
      );
      return;
    case "operation":
      await client.query(
        `INSERT INTO operation_role (operation_id, user_id, role, created_at)
         VALUES ($1, $2, $3::"MembershipRole", $4) ON CONFLICT DO NOTHING`,
        [link.operationId, userId, link.role, now],
      );
      return;
    case "installation":
      await client.query(`UPDATE "user" SET is_instance_admin = true, updated_at = $2 WHERE id = $1`, [userId, now]);
      return;
    case "participant":
      await insertParticipantAccessWith(
        client,
        { userId, via: "session" },
        { operationId: link.operationId ?? "", participantId: link.participantId ?? "", userId },
      );
      return;
    default:
      // An auditor has no right until an audit is confided to him.
      return;
  }
}

export type LinkedPassword = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** Null unless the link is the first proof that the address is the owner's. */
  readonly ended: UnprovenWaysIn | null;
  /** What opens without the password, and stays. */
  readonly left: KeysAndCalendars;
};

/**
 * Sets the password of the account a link is about. Every session ends in the same transaction, and every other open link about
 * the account leads nowhere: a change of address that somebody else asked for is called off.
 *
 * @returns Null when the link leads nowhere.
 */
export async function setPasswordByLink(
  tokenSha256: Buffer,
  { passwordHash, endsKeys }: PasswordChange,
  now: Date,
): Promise<LinkedPassword | null> {
  return inTransaction(async (client) => {
    const link = await lockOpenAccountLink(client, tokenSha256, "password", now);
    if (!link?.userId) return null;
    const { id, userId, isMailed } = link;
    const actor: Actor = { userId, via: "session" };
    await putPassword(client, userId, passwordHash, now);
    await closeLink(client, id, userId, now);
    const sessionsEnded = await endSessionsWith(client, userId);
    const ended = isMailed ? await proveAddressWith(client, userId, now, actor) : null;
    if (endsKeys) await revokeKeysWith(client, userId, now, actor);
    const left = await countKeysWith(client, userId, now);
    await auditOwn(client, userId, "reset.password", {
      linkId: id,
      sessionsEnded,
      isMailed,
      left,
      ...(ended && { ended }),
    });
    const { rows } = await client.query<{ name: string; email: string }>(
      `SELECT name, email FROM "user" WHERE id = $1`,
      [userId],
    );
    const { name = "", email = "" } = rows[0] ?? {};
    return { userId, name, email, ended, left };
  });
}

export type ChangedAddress = {
  readonly name: string;
  readonly formerEmail: string;
  /** Null unless the link is the first proof that an address of the account is its owner's. */
  readonly ended: UnprovenWaysIn | null;
};

/**
 * Gives an account the address its owner asked for. Its other sessions end in the same transaction.
 *
 * Where nobody had proven the former address, the mail to the new one is the first proof: every way in ends as by any
 * other first proof, and the password is replaced, lest whoever made the account go on by one of them. Where the former
 * one was proven, they are all its owner's, and so is the session the link is followed in.
 *
 * @param how - The session the link is followed in, if it is one; the password that a first proof needs.
 * @returns Whose account it is, and the address it had; null when the link leads nowhere, or the address has an account by now.
 */
export async function changeEmailByLink(
  tokenSha256: Buffer,
  how: AddressChange,
  now: Date,
): Promise<ChangedAddress | null> {
  return inTransaction(async (client) => {
    const link = await lockOpenAccountLink(client, tokenSha256, "email", now);
    if (!link?.userId || !link.email) return null;
    return takeAddress(client, { ...link, userId: link.userId, email: link.email }, how, now);
  });
}

type AddressChange = { readonly keptSessionId: string | null; readonly passwordHash: string | null };

async function takeAddress(
  client: PoolClient,
  { id, userId, email, isMailed }: Pick<LockedAccountLink, "id" | "isMailed"> & { userId: string; email: string },
  { keptSessionId, passwordHash }: AddressChange,
  now: Date,
): Promise<ChangedAddress | null> {
  const former = await lockAddress(client, userId);
  if (!former) return null;
  const isFirstProof = isMailed && !former.isProven;
  if (isFirstProof && passwordHash === null) return null; // unproven since its page was read: read again, it asks for one
  const { rowCount } = await client.query(
    `UPDATE "user" SET email = $2, email_verified = email_verified AND $3, updated_at = $4
      WHERE id = $1 AND NOT EXISTS (SELECT FROM "user" o WHERE o.email = $2)`,
    [userId, email, isMailed, now],
  );
  await closeLink(client, id, userId, now);
  if (rowCount === 0) return null;
  if (isFirstProof && passwordHash !== null) await putPassword(client, userId, passwordHash, now);
  const sessionsEnded = await endSessionsWith(client, userId, isFirstProof ? null : keptSessionId);
  const ended = isMailed ? await proveAddressWith(client, userId, now, { userId, via: "session" }) : null;
  await auditOwn(client, userId, "change.email", { linkId: id, sessionsEnded, isMailed, ...(ended && { ended }) });
  return { name: former.name, formerEmail: former.email, ended };
}

type KnownAddress = { readonly name: string; readonly email: string; readonly isProven: boolean };

async function lockAddress(client: PoolClient, userId: string): Promise<KnownAddress | null> {
  const { rows } = await client.query<KnownAddress>(
    `SELECT name, email, email_verified AS "isProven" FROM "user" WHERE id = $1 FOR UPDATE`,
    [userId],
  );
  return rows[0] ?? null;
}
