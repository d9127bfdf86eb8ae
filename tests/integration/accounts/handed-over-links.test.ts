import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { insertPasswordRequest } from "@/lib/data/account-link-requests";
import { insertInvitation } from "@/lib/data/account-link-writing";
import type { AuthorizedAccountLinkId } from "@/lib/data/scope";
import type { AccountLinkKind } from "@/lib/domain/accounts/link-lifetime";
import { acceptInvitation } from "@/lib/services/accounts/accept-invitation";
import { changeMemberRole } from "@/lib/services/accounts/change-member-role";
import { handOverLink } from "@/lib/services/accounts/hand-over-link";
import { removeMember } from "@/lib/services/accounts/remove-member";
import { setPasswordByLink } from "@/lib/services/accounts/set-password-by-link";
import {
  createTestAccount,
  createTestCollectivity,
  type TestCollectivity,
  type TestUser,
} from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const NOW = new Date("2026-06-21T10:00:00Z");
const PASSWORD = "une longue phrase à retenir";

let collectivity: TestCollectivity;
let second: TestUser;

beforeEach(async () => {
  collectivity = await createTestCollectivity();
  second = await createTestAccount({ collectivityId: collectivity.id, role: "admin" });
});

const open = (hours: number) => ({
  tokenSha256: null,
  expiresAt: new Date(NOW.getTime() + hours * 3_600_000),
  isQueued: false,
});

async function handOver(linkId: string, kind: AccountLinkKind): Promise<string> {
  const address = await handOverLink({ id: linkId as AuthorizedAccountLinkId, kind }, second.actor, NOW);
  return address.split("/lien/")[1] ?? "";
}

/** Taken over by the second administrator; the first one made it. */
async function handInvitation(): Promise<string> {
  const target = { kind: "collectivity", collectivityId: collectivity.id, role: "admin" } as const;
  const invited = { email: `handed-${randomUUID()}@commune.test`, name: "Camille Durand" };
  const linkId = await insertInvitation(target, invited, collectivity.users.admin.actor, open(72), NOW);
  return handOver(linkId, "invitation");
}

async function handPassword(): Promise<string> {
  const id = randomUUID();
  await insertPasswordRequest(collectivity.users.officer.email, { ...open(72), id }, NOW);
  return handOver(id, "password");
}

const accept = (token: string) =>
  acceptInvitation(
    { token, name: "Camille Durand", password: PASSWORD, hasAccount: false },
    { now: NOW, headers: new Headers({ "x-forwarded-for": "203.0.113.7" }), userId: null },
  );

const LINKS = [
  { what: "an invitation", hand: handInvitation, use: accept },
  {
    what: "a link to a new password",
    hand: handPassword,
    use: (token: string) => setPasswordByLink(token, PASSWORD, NOW),
  },
] as const;

const LOSSES = [
  { how: "is removed", lose: () => removeMember(collectivity.id, second.id, collectivity.users.admin.actor) },
  {
    how: "is lowered",
    lose: () => changeMemberRole(collectivity.id, second.id, "officer", collectivity.users.admin.actor),
  },
  {
    how: "is deactivated",
    lose: () => sql(`UPDATE "user" SET deactivated_at = now() WHERE id = $1`, [second.id]),
  },
  {
    how: "lost his right by any other way",
    lose: () => sql("DELETE FROM membership WHERE user_id = $1", [second.id]),
  },
] as const;

describe.for(LINKS)("$what that was handed over", ({ hand, use }) => {
  test("leads where it says", async () => {
    await expect(use(await hand())).resolves.toBeDefined();
  });

  test.for(LOSSES)("is over when who took it $how", async ({ lose }) => {
    const token = await hand();
    await lose();
    await expect(use(token)).rejects.toMatchObject({ code: "LINK_OVER" });
  });

  test("stays over when he comes back", async () => {
    const token = await hand();
    await changeMemberRole(collectivity.id, second.id, "officer", collectivity.users.admin.actor);
    await changeMemberRole(collectivity.id, second.id, "admin", collectivity.users.admin.actor);
    await expect(use(token)).rejects.toMatchObject({ code: "LINK_OVER" });
  });
});

test("a new password handed over is over once its account has a right elsewhere", async () => {
  const token = await handPassword();
  const elsewhere = await createTestCollectivity("Une autre commune");
  await sql("INSERT INTO membership (collectivity_id, user_id, role) VALUES ($1, $2, 'elected')", [
    elsewhere.id,
    collectivity.users.officer.id,
  ]);
  await expect(setPasswordByLink(token, PASSWORD, NOW)).rejects.toMatchObject({ code: "LINK_OVER" });
});

test("the administrator of the installation hands over a new password wherever the account is", async () => {
  const instance = await createTestAccount("instance");
  const id = randomUUID();
  await insertPasswordRequest(collectivity.users.officer.email, { ...open(72), id }, NOW);
  const link = { id: id as AuthorizedAccountLinkId, kind: "password" } as const;
  const token = (await handOverLink(link, instance.actor, NOW)).split("/lien/")[1] ?? "";
  await expect(setPasswordByLink(token, PASSWORD, NOW)).resolves.toMatchObject({
    email: collectivity.users.officer.email,
  });
});
