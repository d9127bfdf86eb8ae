import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { operatorScope } from "@/lib/cli/operator-scope";
import type { Actor, AuthorizedCollectivityId } from "@/lib/data/scope";
import { ensureCollectivity, insertAccount, type NewMembership } from "@/lib/data/users";
import type { ApiKeyScope } from "@/lib/domain/access/api-key-terms";
import type { MembershipRole } from "@/lib/generated/prisma/enums";
import { createApiKey } from "@/lib/services/accounts/create-api-key";
import { auth } from "@/lib/services/auth";

/** The password of every test account. */
export const TEST_PASSWORD = "mot de passe des tests";

// Slow on purpose: once for all accounts.
let passwordHash: Promise<string> | undefined;

export class TestUser {
  readonly id: string;
  readonly email: string;
  readonly actor: Actor & { readonly userId: string };
  readonly #keys = new Map<ApiKeyScope, string>();

  constructor(id: string, email: string) {
    this.id = id;
    this.email = email;
    this.actor = { userId: id, via: "session" };
  }

  /** A key that acts in this user's name, made once for each scope. */
  async key(scope: ApiKeyScope): Promise<string> {
    let key = this.#keys.get(scope);
    if (!key) {
      ({ key } = await createApiKey(this.id, { name: `test ${scope}`, scope, days: 30 }, this.actor, new Date()));
      this.#keys.set(scope, key);
    }
    return key;
  }

  /** The `Cookie` header of a fresh session. */
  async cookie(): Promise<string> {
    const response = await auth.api.signInEmail({
      body: { email: this.email, password: TEST_PASSWORD },
      asResponse: true,
    });
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
  }
}

export type TestCollectivity = {
  readonly id: AuthorizedCollectivityId;
  readonly slug: string;
  readonly users: Readonly<Record<MembershipRole, TestUser>>;
};

/** A collectivity of its own with one user of each role: tests share a database, never a tenant. */
export async function createTestCollectivity(name = "Commune des tests"): Promise<TestCollectivity> {
  const slug = `test-${randomUUID()}`;
  const id = await ensureCollectivity(slug, name, operatorScope.actor);
  const [admin, officer, elected] = await Promise.all([
    createTestUser(id, "admin"),
    createTestUser(id, "officer"),
    createTestUser(id, "elected"),
  ]);
  return { id: operatorScope.authorizeCollectivity(id), slug, users: { admin, officer, elected } };
}

async function createTestUser(collectivityId: string, role: MembershipRole): Promise<TestUser> {
  return createTestAccount({ collectivityId, role });
}

/**
 * One more account: a member, an administrator of the installation, or somebody without any right.
 *
 * @param what - What its name says of it.
 */
export async function createTestAccount(right: NewMembership | "instance" | null, what?: string): Promise<TestUser> {
  passwordHash ??= hashPassword(TEST_PASSWORD);
  const kind = right === "instance" || right === null ? (right ?? "nobody") : right.role;
  const email = `${kind}-${randomUUID()}@commune.test`;
  const account = { email, name: `Personne des tests (${what ?? kind})`, passwordHash: await passwordHash };
  const id = await insertAccount(right, account, operatorScope.actor);
  if (!id) throw new Error(`${email} has an account already`);
  return new TestUser(id, email);
}
