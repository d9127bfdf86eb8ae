import "server-only";
import type { PoolClient } from "pg";
import type { Prisma } from "@/lib/generated/prisma/client";
import { callOffLinksWith } from "./account-ways-in";
import { insertAuditEventWith } from "./audit-events";
import type { Actor } from "./scope";

/** A link that did what it was for opens nothing more, and neither does what else its account waits for. */
export async function closeLink(client: PoolClient, id: string, userId: string, now: Date): Promise<void> {
  await client.query("UPDATE account_link SET used_at = $2, token_sha256 = NULL WHERE id = $1", [id, now]);
  await callOffLinksWith(client, userId, now);
}

/** Sets the password of an account, its first one where it had none. */
export async function putPassword(client: PoolClient, userId: string, passwordHash: string, now: Date): Promise<void> {
  const { rowCount } = await client.query(
    "UPDATE account SET password = $2, updated_at = $3 WHERE user_id = $1 AND provider_id = 'credential'",
    [userId, passwordHash, now],
  );
  if (rowCount === 0) await insertPassword(client, userId, passwordHash, now);
}

/** The first password of an account: better-auth names a password account after the user it belongs to. */
export async function insertPassword(
  client: PoolClient,
  userId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await client.query(
    `INSERT INTO account (id, account_id, provider_id, user_id, password, created_at, updated_at)
     VALUES (gen_random_uuid(), $1::text, 'credential', $1::uuid, $2, $3, $3)`,
    [userId, passwordHash, now],
  );
}

/** Who bears the link is who it was written for, or somebody he gave it to: the trail says that it was by a link. */
export async function auditOwn(
  client: PoolClient,
  userId: string,
  action: "reset.password" | "change.email",
  after: Prisma.InputJsonObject,
): Promise<void> {
  const actor: Actor = { userId, via: "session" };
  await insertAuditEventWith(client, { actor, action, objectType: "user", objectId: userId, after });
}
