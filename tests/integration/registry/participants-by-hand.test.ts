import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { findParticipant } from "@/lib/data/participants";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { editParticipant } from "@/lib/services/registry/edit-participant";
import { removeParticipant } from "@/lib/services/registry/remove-participant";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { RESIDENT } from "../../support/registry-details";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity);
});

const actor = () => collectivity.users.officer.actor;

const eventsOf = (id: string) =>
  sql<{ action: string; actor_user_id: string; before: unknown; after: unknown }>(
    "SELECT action, actor_user_id, before, after FROM audit_event WHERE object_id = $1 ORDER BY at",
    [id],
  );

test("a participant is added, changed and taken away, and the trail names nobody", async () => {
  const id = await addParticipant(operation, actor(), RESIDENT);
  expect(await findParticipant(operation.id, id)).toEqual({ id, ...RESIDENT, isErased: false });

  expect(await editParticipant(operation, actor(), id, { ...RESIDENT, name: "Ariane Lantier-Roux", phone: null })).toBe(
    true,
  );
  expect(await findParticipant(operation.id, id)).toMatchObject({ name: "Ariane Lantier-Roux", phone: null });
  expect(await editParticipant(operation, actor(), id, { ...RESIDENT, name: "Ariane Lantier-Roux", phone: null })).toBe(
    false,
  );

  await removeParticipant(operation, actor(), id);
  expect(await findParticipant(operation.id, id)).toBeNull();

  const events = await eventsOf(id);
  expect(events).toMatchObject([
    { action: "create.participant", after: { kind: "natural", isTenant: false }, actor_user_id: actor().userId },
    { action: "update.participant", after: { fields: ["name", "phone"] } },
    { action: "delete.participant" },
  ]);
  expect(JSON.stringify(events)).not.toMatch(/Lantier|Moulin|@|04 65/);
});

test("one who holds metering points, or whose consents are kept, stays", async () => {
  const [held] = await sql<{ id: string }>("SELECT id FROM participant WHERE operation_id = $1", [operation.id]);
  await expect(removeParticipant(operation, actor(), held?.id ?? "")).rejects.toMatchObject({
    code: "HAS_METERING_POINTS",
  });
  const id = await addParticipant(operation, actor(), RESIDENT);
  await sql(
    `INSERT INTO consent (operation_id, id, participant_id, kind, given_day, participation, curve_collection,
                          supplier_transmission, organiser_transmission)
     VALUES ($1, $2, $3, 'agreement', '2026-03-01', true, true, true, true)`,
    [operation.id, randomUUID(), id],
  );
  await expect(removeParticipant(operation, actor(), id)).rejects.toMatchObject({ code: "USED_BY_CONSENTS" });
});

test("one of another operation, or whose data was erased, cannot be written to", async () => {
  const other = await createTestOperation(collectivity);
  const id = await addParticipant(other, actor(), RESIDENT);
  const unknown = { code: "UNKNOWN_PARTICIPANT" };
  await expect(editParticipant(operation, actor(), id, RESIDENT)).rejects.toMatchObject(unknown);
  await expect(removeParticipant(operation, actor(), id)).rejects.toMatchObject(unknown);
  expect(await findParticipant(operation.id, id)).toBeNull();
  await sql("UPDATE participant SET erased_at = now() WHERE id = $1", [id]);
  await expect(editParticipant(other, actor(), id, { ...RESIDENT, name: "X" })).rejects.toMatchObject({
    code: "DATA_ERASED",
  });
  expect(await eventsOf(id)).toHaveLength(1);
});
