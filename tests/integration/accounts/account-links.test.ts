import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { operatorScope } from "@/lib/cli/operator-scope";
import type { InvitationTarget } from "@/lib/data/account-links";
import type { AuthorizedInstanceId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { acceptInvitation } from "@/lib/services/accounts/accept-invitation";
import { changeEmailByLink } from "@/lib/services/accounts/change-email-by-link";
import { invitePerson } from "@/lib/services/accounts/invite-person";
import { openAccountLink } from "@/lib/services/accounts/open-account-link";
import { auth } from "@/lib/services/auth";
import { createTestCollectivity, TEST_PASSWORD, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const NOW = new Date("2026-06-21T10:00:00Z");
const LATER = new Date("2026-07-05T10:00:00Z"); // fourteen days
const INSTALLATION = { kind: "installation", instanceId: "instance" as AuthorizedInstanceId } as const;
const PASSWORD = "une longue phrase à retenir";

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity);
});

const newEmail = () => `invite-${randomUUID()}@commune.test`;
const tokenOf = (address: string | null) => address?.split("/lien/")[1] ?? "";

const nobody = (): { now: Date; headers: Headers; userId: string | null } => {
  const address = `203.0.113.${Math.ceil(Math.random() * 250)}`;
  return { now: NOW, headers: new Headers({ "x-forwarded-for": address }), userId: null };
};

async function invite(target: InvitationTarget, email = newEmail(), now = NOW) {
  const { actor } = target.kind === "installation" ? operatorScope : collectivity.users.admin;
  const { linkId, address } = await invitePerson(actor, target, { email, name: "Camille Durand" }, { now });
  return { linkId, email, token: tokenOf(address) };
}

const asOfficer = (): InvitationTarget => ({ kind: "collectivity", collectivityId: collectivity.id, role: "officer" });

const accept = (token: string, password = PASSWORD, context = nobody(), hasAccount = false) =>
  acceptInvitation({ token, name: "Camille Durand", password, hasAccount }, context);

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "accepted",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

const signIn = async (email: string, password: string) =>
  (await auth.api.signInEmail({ body: { email, password }, asResponse: true })).status;

describe("an invitation", () => {
  test("says to whom and to what, and looking changes nothing", async () => {
    const { email, token } = await invite(asOfficer());
    for (let looks = 0; looks < 2; looks += 1) {
      expect(await openAccountLink(token, NOW)).toMatchObject({
        kind: "invitation",
        email,
        name: "Camille Durand",
        targetKind: "collectivity",
        targetName: "Commune des tests",
        role: "officer",
        inviterName: "Personne des tests (admin)",
        userId: null,
      });
    }
    expect(await sql(`SELECT FROM "user" WHERE email = $1`, [email])).toEqual([]);
  });

  test("accepted, is an account that signs in, with the role and no more, in one journal", async () => {
    const { email, token, linkId } = await invite(asOfficer());
    await accept(token);
    expect(await signIn(email, PASSWORD)).toBe(200);
    const members = await sql(
      `SELECT m.role, u.name, u.email_verified, u.is_instance_admin FROM membership m JOIN "user" u ON u.id = m.user_id
        WHERE u.email = $1`,
      [email],
    );
    // Handed over, not mailed: nothing proves that the address is his.
    expect(members).toEqual([
      { role: "officer", name: "Camille Durand", email_verified: false, is_instance_admin: false },
    ]);
    const events = await sql<{ action: string; text: string }>(
      "SELECT action, concat(before, after) AS text FROM audit_event WHERE object_id = $1 ORDER BY at",
      [linkId],
    );
    expect(events.map(({ action }) => action)).toEqual(["invite.person", "accept.invitation"]);
    for (const { text } of events) {
      expect(text).not.toContain(email);
      expect(text).not.toContain("Camille");
      expect(text).not.toContain(token);
    }
  });

  test.for([
    ["an operation", () => ({ kind: "operation", operationId: operation.id, role: "elected" }) as const],
    ["the climate plan, as its auditor", () => ({ kind: "auditor", collectivityId: collectivity.id }) as const],
    ["the installation", () => INSTALLATION],
  ] as const)("to %s opens that and nothing else", async ([, target]) => {
    const { email, token } = await invite(target());
    await accept(token);
    const [row] = await sql(
      `SELECT is_instance_admin AS "isInstanceAdmin",
              (SELECT count(*)::int FROM membership m WHERE m.user_id = u.id) AS memberships,
              (SELECT string_agg(role::text, ',') FROM operation_role r WHERE r.user_id = u.id) AS "operationRoles"
         FROM "user" u WHERE email = $1`,
      [email],
    );
    const { kind } = target();
    expect(row).toEqual({
      isInstanceAdmin: kind === "installation",
      memberships: 0,
      operationRoles: kind === "operation" ? "elected" : null,
    });
  });

  test("is stored as a hash, serves once, for fourteen days", async () => {
    const { token, linkId } = await invite(asOfficer());
    const [row] = await sql<{ text: string }>("SELECT l::text AS text FROM account_link l WHERE id = $1", [linkId]);
    expect(row?.text).not.toContain(token);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await openAccountLink(token, new Date(LATER.getTime() - 1))).not.toBeNull();
    expect(await openAccountLink(token, LATER)).toBeNull();
    await accept(token);
    expect(await codeOf(accept(token))).toBe("LINK_OVER");
    expect(await openAccountLink(token, NOW)).toBeNull();
  });

  test("accepted twice at once makes one account", async () => {
    const { email, token } = await invite(asOfficer());
    const codes = await Promise.all([codeOf(accept(token)), codeOf(accept(token))]);
    expect(codes.sort()).toEqual(["LINK_OVER", "accepted"].sort());
    expect(await sql(`SELECT FROM "user" WHERE email = $1`, [email])).toHaveLength(1);
  });

  test("made again ends the former one", async () => {
    const first = await invite(asOfficer());
    const second = await invite(asOfficer(), first.email);
    expect(await openAccountLink(first.token, NOW)).toBeNull();
    expect(await openAccountLink(second.token, NOW)).not.toBeNull();
  });

  test("is refused a weak password, and is still good afterwards", async () => {
    const { email, token } = await invite(asOfficer());
    for (const password of ["court", email, "motdepasse123"]) {
      expect(await codeOf(accept(token, password))).toBe("WEAK_PASSWORD");
    }
    expect(await codeOf(accept(token))).toBe("accepted");
  });

  test.for(["", "inconnu", "x".repeat(43), "é".repeat(43)])("token %j answers as a used one", async (token) => {
    expect(await openAccountLink(token, NOW)).toBeNull();
    expect(await codeOf(accept(token))).toBe("LINK_OVER");
    expect(await codeOf(changeEmailByLink({ token, password: "" }, null, NOW))).toBe("LINK_OVER");
  });

  test("of a member to what he has is refused", async () => {
    const { email } = collectivity.users.elected;
    expect(await codeOf(invite(asOfficer(), email.toUpperCase()))).toBe("ALREADY_MEMBER");
  });

  test("ends with the account of its inviter", async () => {
    const other = await createTestCollectivity();
    const target = { kind: "collectivity", collectivityId: other.id, role: "admin" } as const;
    const { actor } = other.users.admin;
    const invited = { email: newEmail(), name: "Camille Durand" };
    const { address } = await invitePerson(actor, target, invited, { now: NOW });
    await sql(`UPDATE "user" SET deactivated_at = now() WHERE id = $1`, [other.users.admin.id]);
    expect(await openAccountLink(tokenOf(address), NOW)).toBeNull();
  });
});

describe("an invitation of an address that has an account", () => {
  test("asks for its password, whose tries are counted, or its session", async () => {
    const { users } = await createTestCollectivity();
    const { email, id } = users.officer;
    const byPassword = await invite(asOfficer(), email);
    expect(await openAccountLink(byPassword.token, NOW)).toMatchObject({ userId: id });
    expect(await codeOf(accept(byPassword.token, PASSWORD, nobody(), true))).toBe("WRONG_CREDENTIALS");
    expect(await codeOf(accept(byPassword.token, TEST_PASSWORD, nobody(), true))).toBe("accepted");
    const inOperation = { kind: "operation", operationId: operation.id, role: "admin" } as const;
    const bySession = await invite(inOperation, email);
    const stranger = { ...nobody(), userId: users.elected.id };
    expect(await codeOf(accept(bySession.token, "", stranger, true))).toBe("WRONG_CREDENTIALS");
    expect(await codeOf(accept(bySession.token, "", { ...nobody(), userId: id }))).toBe("accepted");
    const [row] = await sql(`SELECT role FROM operation_role WHERE user_id = $1`, [id]);
    expect(row).toEqual({ role: "admin" });
    expect(await signIn(email, TEST_PASSWORD)).toBe(200);
  });

  test("keeps who manages the installation apart, whichever came first", async () => {
    const { email, token } = await invite(INSTALLATION);
    await accept(token);
    const [account] = await sql<{ id: string }>(`SELECT id::text FROM "user" WHERE email = $1`, [email]);
    const refused = await invite(asOfficer(), email);
    const context = { ...nobody(), userId: account?.id ?? "" };
    expect(await codeOf(accept(refused.token, "", context))).toBe("RIGHTS_EXCLUDE_EACH_OTHER");
    const { users } = await createTestCollectivity();
    const other = await invite(INSTALLATION, users.admin.email);
    const asAdmin = { ...nobody(), userId: users.admin.id };
    expect(await codeOf(accept(other.token, "", asAdmin))).toBe("RIGHTS_EXCLUDE_EACH_OTHER");
  });

  test("does not change what he was given meanwhile", async () => {
    const { users } = await createTestCollectivity();
    const { email, id } = users.officer;
    const { token } = await invite(asOfficer(), email);
    await sql("INSERT INTO membership (collectivity_id, user_id, role) VALUES ($1, $2, 'elected')", [
      collectivity.id,
      id,
    ]);
    await accept(token, "", { ...nobody(), userId: id });
    expect(
      await sql("SELECT role FROM membership WHERE collectivity_id = $1 AND user_id = $2", [collectivity.id, id]),
    ).toEqual([{ role: "elected" }]);
  });
});

test("the operator's own invitation needs no inviter", async () => {
  const invited = { email: newEmail(), name: "Camille Durand" };
  const { address } = await invitePerson(operatorScope.actor, asOfficer(), invited, { now: NOW });
  expect(await openAccountLink(tokenOf(address), NOW)).toMatchObject({ inviterName: null });
});
