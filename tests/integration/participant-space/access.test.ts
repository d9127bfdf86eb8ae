import { beforeAll, describe, expect, test } from "vitest";
import {
  endParticipantAccess,
  insertParticipantAccess,
  listParticipantAccesses,
} from "@/lib/data/participant-accesses";
import { civilDate } from "@/lib/domain/time/civil-date";
import { authorizeCaller } from "@/lib/server/access";
import { authenticate } from "@/lib/server/authenticate";
import { authorizeCallerAsParticipant } from "@/lib/server/authorize-participant";
import { eraseParticipant } from "@/lib/services/personal-data/erase-participant";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { createParticipantUser } from "../../support/create-participant-user";
import { createTestCollectivity, type TestCollectivity, type TestUser } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { RESIDENT } from "../../support/registry-details";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const TODAY = civilDate("2026-04-15");

let collectivity: TestCollectivity;
let operation: TestOperation;
let hers: string;
let his: string;
let user: TestUser;

const callerOf = async (of: TestUser) => authenticate(new Headers({ cookie: await of.cookie() }));
const asParticipant = async (of: TestUser, participantId: string) =>
  authorizeCallerAsParticipant(await callerOf(of), participantId);

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity);
  const officer = collectivity.users.officer.actor;
  hers = await addParticipant(operation, officer, RESIDENT);
  his = await addParticipant(operation, officer, { ...RESIDENT, name: "Voisin" });
  user = await createParticipantUser(operation.id, hers);
});

describe("a participant's own space", () => {
  test("opens to his account, and nothing else of the operation does", async () => {
    await expect(asParticipant(user, hers)).resolves.toMatchObject({
      own: { operationId: operation.id, participantId: hers },
      name: RESIDENT.name,
    });
    for (const permission of ["read", "write", "administer"] as const) {
      const asMember = authorizeCaller(await callerOf(user), operation.sheet.slug, permission);
      await expect(asMember).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  test.for([
    { who: "another participant of the same account's operation", of: () => user, id: () => his },
    { who: "the officer, who reads it on his own screens", of: () => collectivity.users.officer, id: () => hers },
    { who: "what is no id", of: () => user, id: () => "' OR 1=1" },
  ])("stays closed to $who", async ({ of, id }) => {
    await expect(asParticipant(of(), id())).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("opens to no key", async () => {
    const caller = await authenticate(new Headers({ authorization: `Bearer ${await user.key("write")}` }));
    await expect(authorizeCallerAsParticipant(caller, hers)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("is opened twice without a second row, closed once, and opened again as another row", async () => {
    const other = await createParticipantUser(operation.id, his);
    const grant = { participantId: his, userId: other.id };
    const officer = collectivity.users.officer.actor;
    await insertParticipantAccess(operation.id, officer, grant);
    const [open, ...more] = await listParticipantAccesses(operation.id, his);
    expect(more).toEqual([]);
    const stranger = await createTestOperation(await createTestCollectivity());
    expect(await endParticipantAccess(stranger.id, officer, open?.id ?? "")).toBe(false);
    expect(await endParticipantAccess(operation.id, officer, open?.id ?? "")).toBe(true);
    expect(await endParticipantAccess(operation.id, officer, open?.id ?? "")).toBe(false);
    await expect(asParticipant(other, his)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await insertParticipantAccess(operation.id, officer, grant);
    await expect(asParticipant(other, his)).resolves.toMatchObject({ own: { participantId: his } });
    const events = await sql<{ action: string; after: unknown }>(
      "SELECT action, after FROM audit_event WHERE operation_id = $1 AND after->>'userId' = $2 ORDER BY at, id",
      [operation.id, other.id],
    );
    expect(events.map(({ action }) => action)).toEqual([
      "grant.participant_access",
      "end.participant_access",
      "grant.participant_access",
    ]);
    expect(events.map(({ after }) => after)).toEqual([grant, grant, grant]);
  });

  test("is only ended, never taken out or turned to somebody else", async () => {
    const [row] = await sql<{ id: string }>("SELECT id FROM participant_access WHERE participant_id = $1", [hers]);
    await expect(sql("DELETE FROM participant_access WHERE id = $1", [row?.id])).rejects.toThrow("append-only");
    await expect(
      sql("UPDATE participant_access SET participant_id = $2 WHERE id = $1", [row?.id, his]),
    ).rejects.toThrow("only ended");
  });

  test("ends with the erasure of his data, and is given to nobody who is erased", async () => {
    const officer = collectivity.users.officer.actor;
    const gone = await addParticipant(operation, officer, { ...RESIDENT, name: "Partante" });
    const account = await createParticipantUser(operation.id, gone);
    const { status } = await eraseParticipant(operation.id, officer, gone, { today: TODAY, unboundToo: true });
    expect(status).toBe("erased");
    await expect(asParticipant(account, gone)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listParticipantAccesses(operation.id, gone)).toMatchObject([{ endedAt: expect.any(Date) }]);
    const again = insertParticipantAccess(operation.id, officer, { participantId: gone, userId: account.id });
    await expect(again).rejects.toMatchObject({ code: "DATA_ERASED" });
  });
});
