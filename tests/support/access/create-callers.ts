import { createApiKey } from "@/lib/services/accounts/create-api-key";
import { revokeApiKey } from "@/lib/services/accounts/revoke-api-key";
import { auth } from "@/lib/services/auth";
import {
  createTestAccount,
  createTestCollectivity,
  type TestCollectivity,
  type TestUser,
} from "../create-test-collectivity";
import type { TestSql } from "../test-sql";
import type { CallerName } from "./read-access-table";
import type { Sample } from "./sample";

/** Who is never let in, whatever the table says, but where nobody needs to be signed in. */
export const OUTCASTS = ["ended session", "deactivated account", "its key", "revoked key", "expired key"] as const;

/**
 * Who has less than a column of the table: an officer of the one operation called, an administrator of another one of the
 * collectivity alone, an administrator who owes a second factor, his keys for writing and for measures, and keys for
 * writing limited to either operation.
 */
export const NARROWED = [
  "officer of the operation",
  "administrator beside",
  "owing administrator",
  "owing write key",
  "owing measures key",
  "key of the operation",
  "key beside",
] as const;

export type Narrowed = (typeof NARROWED)[number];

/** A caller of the table, an administrator of another collectivity, or one of those. */
export type Somebody = CallerName | "stranger" | Narrowed | (typeof OUTCASTS)[number];

type Headers = Readonly<Record<string, string>>;

export type Callers = Readonly<Record<Somebody, () => Promise<Headers>>>;

const cookieOf = (user: TestUser) => async () => ({ cookie: await user.cookie() });
const bearer = (key: string) => async () => ({ authorization: `Bearer ${key}` });

/** Everybody, each with headers that prove who he is: a fresh session, or a key. */
export async function createCallers(
  own: TestCollectivity,
  { auditor, sample }: { readonly auditor: TestUser; readonly sample: Sample },
  sql: TestSql,
): Promise<Callers> {
  const { admin, officer, elected } = own.users;
  const [stranger, installation, participant] = await Promise.all([
    createTestCollectivity("Une autre commune"),
    createTestAccount(null, "installation"),
    createTestAccount(null, "participant"),
  ]);
  await sql(`UPDATE "user" SET is_instance_admin = true WHERE id = $1`, [installation.id]);
  await sql(
    `INSERT INTO participant_access (id, operation_id, participant_id, user_id, created_by)
     SELECT gen_random_uuid(), operation_id, id, $2, $3 FROM participant WHERE id = $1`,
    [sample.participant, participant.id, admin.id],
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
    ...(await createNarrowed(own, sample, sql)),
    ...(await createOutcasts(own, sql)),
  };
}

async function createNarrowed({ id, users }: TestCollectivity, { operation, beside }: Sample, sql: TestSql) {
  const [here, there, owing, strict] = await Promise.all([
    createTestAccount(null, "ici"),
    createTestAccount(null, "à côté"),
    createTestAccount(null, "double authentification due"),
    createTestCollectivity("Une commune exigeante"),
  ]);
  await sql(
    `INSERT INTO operation_role (operation_id, user_id, role)
     SELECT o.id, r.user_id::uuid, r.role::"MembershipRole"
       FROM (VALUES ($1, $2, 'officer'), ($3, $4, 'admin')) AS r (slug, user_id, role) JOIN operation o USING (slug)`,
    [operation, here.id, beside, there.id],
  );
  await sql("INSERT INTO membership (user_id, collectivity_id, role) VALUES ($1, $2, 'admin'), ($1, $3, 'officer')", [
    ...[owing.id, id, strict.id],
  ]);
  await sql("UPDATE collectivity SET requires_two_factor = true WHERE id = $1", [strict.id]);
  const [ofOperation, ofAnother, owingWrites, owingMeasures] = await Promise.all([
    makeKey(users.officer, [operation]),
    makeKey(users.officer, [beside]),
    owing.key("write"),
    owing.key("measures"),
  ]);
  return {
    "officer of the operation": cookieOf(here),
    "administrator beside": cookieOf(there),
    "owing administrator": cookieOf(owing),
    "owing write key": bearer(owingWrites),
    "owing measures key": bearer(owingMeasures),
    "key of the operation": bearer(ofOperation.key),
    "key beside": bearer(ofAnother.key),
  };
}

async function createOutcasts(own: TestCollectivity, sql: TestSql) {
  const { admin } = own.users;
  const left = await createTestAccount(null, "partie");
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

const makeKey = ({ id, actor }: TestUser, operations: readonly string[] = []) =>
  createApiKey(id, { name: "essai", scope: "write", operations, days: 30 }, actor, new Date());
