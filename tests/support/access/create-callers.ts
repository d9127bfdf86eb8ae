import { createApiKey } from "@/lib/services/accounts/create-api-key";
import { revokeApiKey } from "@/lib/services/accounts/revoke-api-key";
import { auth } from "@/lib/services/auth";
import { createTestAccount } from "../create-test-account";
import { createTestCollectivity, type TestCollectivity, type TestUser } from "../create-test-collectivity";
import type { TestSql } from "../test-sql";
import type { CallerName } from "./read-access-table";

/** Who is never let in, whatever the table says, but where nobody needs to be signed in. */
export const OUTCASTS = ["ended session", "deactivated account", "its key", "revoked key", "expired key"] as const;

/** A caller of the table, an administrator of another collectivity, or one of those. */
export type Somebody = CallerName | "stranger" | (typeof OUTCASTS)[number];

type Headers = Readonly<Record<string, string>>;

export type Callers = Readonly<Record<Somebody, () => Promise<Headers>>>;

const cookieOf = (user: TestUser) => async () => ({ cookie: await user.cookie() });
const bearer = (key: string) => async () => ({ authorization: `Bearer ${key}` });

/** Everybody, each with headers that prove who he is: a fresh session, or a key. */
export async function createCallers(
  own: TestCollectivity,
  { auditor, participantId }: { readonly auditor: TestUser; readonly participantId: string },
  sql: TestSql,
): Promise<Callers> {
  const { admin, officer, elected } = own.users;
  const [stranger, installation, participant] = await Promise.all([
    createTestCollectivity("Une autre commune"),
    createTestAccount("installation"),
    createTestAccount("participant"),
  ]);
  await sql(`UPDATE "user" SET is_instance_admin = true WHERE id = $1`, [installation.id]);
  await sql(
    `INSERT INTO participant_access (id, operation_id, participant_id, user_id, created_by)
     SELECT gen_random_uuid(), operation_id, id, $2, $3 FROM participant WHERE id = $1`,
    [participantId, participant.id, admin.id],
  );
  return {
    installation: cookieOf(installation),
    admin: cookieOf(admin),
    officer: cookieOf(officer),
    elected: cookieOf(elected),
    auditor: cookieOf(auditor),
    participant: cookieOf(participant),
    nobody: async () => ({}),
    "read key": bearer(await officer.key("read")),
    "write key": bearer(await officer.key("write")),
    "measures key": bearer(await officer.key("measures")),
    stranger: cookieOf(stranger.users.admin),
    ...(await createOutcasts(own, sql)),
  };
}

async function createOutcasts(own: TestCollectivity, sql: TestSql) {
  const { admin } = own.users;
  const left = await createTestAccount("partie");
  await sql("INSERT INTO membership (user_id, collectivity_id, role) VALUES ($1, $2, 'admin')", [left.id, own.id]);
  const [ended, cookie, key] = await Promise.all([admin.cookie(), left.cookie(), left.key("write")]);
  await auth.api.signOut({ headers: new Headers({ cookie: ended }) });
  await sql(`UPDATE "user" SET deactivated_at = now() WHERE id = $1`, [left.id]);
  const [revoked, expired] = await Promise.all([makeKey(admin), makeKey(admin)]);
  await revokeApiKey(admin.id, revoked.id, admin.actor);
  await sql("UPDATE api_key SET expires_at = now() - interval '1 second' WHERE id = $1", [expired.id]);
  return {
    "ended session": async () => ({ cookie: ended }),
    "deactivated account": async () => ({ cookie }),
    "its key": bearer(key),
    "revoked key": bearer(revoked.key),
    "expired key": bearer(expired.key),
  };
}

const makeKey = ({ id, actor }: TestUser) =>
  createApiKey(id, { name: "essai", scope: "write", days: 30 }, actor, new Date());
