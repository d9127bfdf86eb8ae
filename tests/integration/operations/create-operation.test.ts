import { randomInt, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { readOperationParties } from "@/lib/data/operation-sheets";
import { findOperation, findOperationForUser } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { civilDate } from "@/lib/domain/time/civil-date";
import { errorMessage } from "@/lib/format/error-message";
import { authorizeCallerIn } from "@/lib/server/access";
import { authenticate } from "@/lib/server/authenticate";
import { createOperation, type OperationRequest } from "@/lib/services/operations/create-operation";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

let own: TestCollectivity;
let stranger: TestCollectivity;

beforeAll(async () => {
  [own, stranger] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
});

const nextAccNumber = () => `ACC${String(randomInt(1e8)).padStart(8, "0")}`;

function request(change: Partial<OperationRequest> = {}): OperationRequest {
  return {
    slug: `operation-${randomUUID()}`,
    accNumber: null,
    name: "Pézilla-la-Rivière",
    startDay: civilDate("2026-10-01"),
    monthlyAnniversaryDay: 1,
    stepMinutes: 30,
    place: "66370 Pézilla-la-Rivière",
    proximityKind: "extended",
    organiser: { organisationName: "Commune de Pézilla-la-Rivière", siret: "21660140100120" },
    ...change,
  };
}

const create = (collectivity: TestCollectivity, change: Partial<OperationRequest> = {}) =>
  createOperation(collectivity.id, collectivity.users.officer.actor, request(change));

test("an operation is created without a number, with its organiser, and found by its slug", async () => {
  const { slug } = request();
  const id = (await create(own, { slug })) as AuthorizedOperationId;
  const found = await findOperationForUser(own.users.elected.id, slug);
  expect(found).toMatchObject({ id, sheet: { slug, accNumber: null, isDemonstration: false } });
  expect(await findOperation(id)).toMatchObject({
    proximityKind: "extended",
    derogationBasis: null,
    networkZone: "mainland",
    perimeterManagement: "standard",
    place: "66370 Pézilla-la-Rivière",
  });
  expect((await readOperationParties(id)).organiser).toMatchObject({ siret: "21660140100120", email: null });
  expect(await findOperationForUser(stranger.users.admin.id, slug)).toBeNull();
});

test("the trail says who created it, and nothing of its organiser", async () => {
  const id = await create(own);
  const events = await sql("SELECT actor_user_id, action, after FROM audit_event WHERE object_id = $1", [id]);
  expect(events).toMatchObject([{ actor_user_id: own.users.officer.id, action: "create.operation" }]);
  expect(JSON.stringify(events)).not.toContain("21660140100120");
});

describe("what must be unique", () => {
  test("a slug is taken whoever has it, and the field says so", async () => {
    const { slug } = request();
    await create(stranger, { slug });
    await expect(create(own, { slug })).rejects.toMatchObject({ code: "SLUG_TAKEN", details: { field: "slug" } });
  });

  test("a number names the operation that has it inside one's own collectivity, and only the fact outside", async () => {
    const accNumber = nextAccNumber();
    await create(own, { accNumber, name: "La Halle" });
    const refusalFor = async (collectivity: TestCollectivity) => {
      const error = await create(collectivity, { accNumber }).catch((refusal: unknown) => refusal);
      expect(error).toMatchObject({ code: "ACC_NUMBER_TAKEN", details: { field: "accNumber" } });
      return errorMessage("ACC_NUMBER_TAKEN", (error as { details: object }).details);
    };
    expect(await refusalFor(own)).toContain("« La Halle »");
    expect(await refusalFor(stranger)).not.toContain("La Halle");
  });
});

describe("who may create one", () => {
  const asked = async (user: TestCollectivity["users"]["admin"], scope: "read" | "write", collectivityId: string) => {
    const caller = await authenticate(new Headers({ authorization: `Bearer ${await user.key(scope)}` }));
    return authorizeCallerIn(caller, collectivityId, "write");
  };

  test.for(["admin", "officer"] as const)("%s may", async (role) => {
    await expect(asked(own.users[role], "write", own.id)).resolves.toMatchObject({ id: own.id, role });
  });

  test("elected may not", async () => {
    await expect(asked(own.users.elected, "write", own.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("a key for reading may not", async () => {
    await expect(asked(own.users.admin, "read", own.id)).rejects.toMatchObject({ code: "READ_ONLY_KEY" });
  });

  test.for(["01890000-0000-7000-8000-00000000ffff", "", "%00"])("nobody may in the unknown %j", async (id) => {
    await expect(asked(own.users.admin, "write", id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("nobody may in somebody else's, which answers alike", async () => {
    await expect(asked(stranger.users.admin, "write", own.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
