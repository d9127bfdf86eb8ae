import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { operatorScope } from "@/lib/cli/operator-scope";
import type { InvitationTarget } from "@/lib/data/account-links";
import type { Actor } from "@/lib/data/scope";
import { setOperationRole } from "@/lib/services/access/set-operation-role";
import { acceptInvitation } from "@/lib/services/accounts/accept-invitation";
import { changeMemberRole } from "@/lib/services/accounts/change-member-role";
import { invitePerson } from "@/lib/services/accounts/invite-person";
import { openAccountLink } from "@/lib/services/accounts/open-account-link";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { createTestAccount, createTestCollectivity, type TestUser } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { RESIDENT } from "../../support/registry-details";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const NOW = new Date();

let operation: TestOperation;

beforeEach(async () => {
  operation = await createTestOperation(await createTestCollectivity());
});

const tokenOf = (address: string | null) => address?.split("/lien/")[1] ?? "";

async function invite({ actor }: { readonly actor: Actor }, target: InvitationTarget) {
  const invited = { email: `invite-${randomUUID()}@commune.test`, name: "Camille Durand" };
  const { address } = await invitePerson(actor, target, invited, { now: NOW });
  return { token: tokenOf(address) };
}

const accept = (token: string) =>
  acceptInvitation(
    { token, name: "Camille Durand", password: "une longue phrase à retenir", hasAccount: false },
    { now: NOW, headers: new Headers({ "x-forwarded-for": "203.0.113.9" }), userId: null },
  );

const isOpen = async (token: string) => (await openAccountLink(token, NOW)) !== null;

const toOperation = (): InvitationTarget => ({ kind: "operation", operationId: operation.id, role: "admin" });

async function toParticipant(): Promise<InvitationTarget> {
  const { id, collectivity } = operation;
  const participantId = await addParticipant(operation, collectivity.users.officer.actor, RESIDENT);
  return { kind: "participant", operationId: id, participantId };
}

const giveRole = (user: TestUser, role: "admin" | "officer" | "elected" | null) =>
  setOperationRole(operation.id, operation.collectivity.users.admin.actor, { userId: user.id, role });

describe("an invitation that was kept", () => {
  test("ends with the role in the operation that let it be made, lowered or taken away", async () => {
    const { elected } = operation.collectivity.users;
    for (const after of ["officer", null] as const) {
      await giveRole(elected, "admin");
      const { token } = await invite(elected, toOperation());
      expect(await isOpen(token)).toBe(true);
      await giveRole(elected, after);
      await expect(accept(token)).rejects.toMatchObject({ code: "LINK_OVER" });
      // The role given back does not bring it back.
      await giveRole(elected, "admin");
      expect(await isOpen(token)).toBe(false);
    }
  });

  test("to a participant's space lasts while its maker may still write, and no longer", async () => {
    const { admin, officer, elected } = operation.collectivity.users;
    const byOfficer = await invite(officer, await toParticipant());
    await giveRole(elected, "admin");
    const byRole = await invite(elected, await toParticipant());
    await giveRole(elected, "officer");
    expect(await isOpen(byRole.token)).toBe(true);
    await giveRole(elected, "elected");
    expect(await isOpen(byRole.token)).toBe(false);
    expect(await isOpen(byOfficer.token)).toBe(true);
    await changeMemberRole(operation.collectivity.id, officer.id, "elected", admin.actor);
    expect(await isOpen(byOfficer.token)).toBe(false);
  });

  test("is refused whatever way the right was lost", async () => {
    const { id, users } = operation.collectivity;
    const instance = await createTestAccount("instance");
    const target = { kind: "collectivity", collectivityId: id, role: "admin" } as const;
    const appointed = await invite(instance, target);
    const own = await invite(users.admin, target);
    const ofMachine = await invite(operatorScope, target);
    await sql(`UPDATE "user" SET is_instance_admin = false WHERE id = $1`, [instance.id]);
    await sql("DELETE FROM membership WHERE user_id = $1", [users.admin.id]);
    for (const { token } of [appointed, own]) {
      await expect(accept(token)).rejects.toMatchObject({ code: "LINK_OVER" });
    }
    await accept(ofMachine.token);
  });
});
