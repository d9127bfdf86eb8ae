import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { handOverLinkAction, revokeLinkAction } from "@/app/(espace)/acces/actions";
import { inviteInstanceAdministratorAction } from "@/app/(espace)/installation/comptes/actions";
import type { AuthorizedInstanceId } from "@/lib/data/scope";
import { acceptInvitation } from "@/lib/services/accounts/accept-invitation";
import { openAccountLink } from "@/lib/services/accounts/open-account-link";
import { listWaitingLinks } from "@/lib/services/instance/list-waiting-links";
import {
  createTestAccount,
  createTestCollectivity,
  type TestCollectivity,
  type TestUser,
} from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const sql = connectTestSql();
const INSTALLATION = "instance" as AuthorizedInstanceId;
let own: TestCollectivity;
let instance: TestUser;

beforeAll(async () => {
  [own, instance] = await Promise.all([createTestCollectivity(), createTestAccount("instance")]);
});

const newEmail = () => `installation-${randomUUID()}@commune.test`;
const IDLE = { status: "idle" } as const;
const tokenOf = (address: string | undefined) => address?.split("/lien/")[1] ?? "";

async function comeAs(who: TestUser, fields: Readonly<Record<string, string>>): Promise<FormData> {
  request.headers = new Headers({ cookie: await who.cookie() });
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const invite = async (who: TestUser, email: string) =>
  inviteInstanceAdministratorAction(IDLE, await comeAs(who, { email, name: "Camille Durand" }));

/** The token of the link that was made; empty when none was. */
async function invited(email: string): Promise<string> {
  const state = await invite(instance, email);
  return state.status === "done" ? tokenOf(state.message) : "";
}

const waiting = async (email: string) =>
  (await listWaitingLinks(INSTALLATION, new Date())).find((link) => link.email === email);

const isAdministrator = async (email: string) =>
  (await sql(`SELECT FROM "user" WHERE email = $1 AND is_instance_admin`, [email])).length === 1;

describe("one administrator of the installation invites another", () => {
  test("by a link shown once, which waits in his list and opens the installation once it is accepted", async () => {
    const email = newEmail();
    const token = await invited(email);
    expect(await waiting(email)).toMatchObject({ targetKind: "installation", state: "handed_over", mayManage: true });
    expect(await isAdministrator(email)).toBe(false);
    const answer = { token, name: "", password: "une longue phrase à retenir", hasAccount: false };
    await acceptInvitation(answer, { now: new Date(), headers: new Headers(), userId: null });
    expect(await isAdministrator(email)).toBe(true);
    expect(await waiting(email)).toBeUndefined();
    expect(await invite(instance, email)).toMatchObject({ status: "failed", code: "ALREADY_MEMBER" });
    const [event] = await sql(
      `SELECT e.actor_user_id::text AS actor, e.after FROM audit_event e JOIN account_link l ON l.id::text = e.object_id
         JOIN "user" u ON u.id = l.user_id WHERE u.email = $1 AND e.action = 'invite.person'`,
      [email],
    );
    expect(event).toMatchObject({ actor: instance.id, after: { to: "installation", isHandedOver: true } });
  });

  test("and hands it over anew, or revokes it", async () => {
    const email = newEmail();
    const first = await invited(email);
    const linkId = (await waiting(email))?.id ?? "";
    const handed = await handOverLinkAction(IDLE, await comeAs(instance, { linkId }));
    const second = tokenOf(handed.status === "done" ? handed.message : undefined);
    expect([await openAccountLink(first, new Date()), await openAccountLink(second, new Date())]).toEqual([
      null,
      expect.objectContaining({ targetKind: "installation" }),
    ]);
    expect(await revokeLinkAction(IDLE, await comeAs(instance, { linkId }))).toMatchObject({ status: "done" });
    expect(await openAccountLink(second, new Date())).toBeNull();
  });

  test("and nobody else does, nor handles his links", async () => {
    const email = newEmail();
    await invited(email);
    const linkId = (await waiting(email))?.id ?? "";
    const none = newEmail();
    for (const who of [own.users.admin, own.users.officer, await createTestAccount(null)]) {
      expect(await invite(who, none)).toMatchObject({ status: "failed", code: "NOT_FOUND" });
      for (const action of [handOverLinkAction, revokeLinkAction]) {
        expect(await action(IDLE, await comeAs(who, { linkId }))).toMatchObject({ code: "NOT_FOUND" });
      }
    }
    expect(await waiting(none)).toBeUndefined();
    expect(await waiting(email)).toMatchObject({ state: "handed_over" });
  });
});
