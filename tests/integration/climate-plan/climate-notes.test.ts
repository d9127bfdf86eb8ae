import { beforeAll, describe, expect, test } from "vitest";
import { listClimateNotes } from "@/lib/data/climate-notes";
import { listClimateSnapshots } from "@/lib/data/climate-snapshots";
import type { ActionNoteChange } from "@/lib/domain/scoring/action-note";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readClimatePlan } from "@/lib/services/climate-plan/read-climate-plan";
import { setClimateNotes } from "@/lib/services/climate-plan/set-climate-notes";
import { takeClimateSnapshot } from "@/lib/services/climate-plan/take-climate-snapshot";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const TASK = "cae_3.1.1.5.2";

let commune: TestCollectivity;
let other: TestCollectivity;
beforeAll(async () => {
  [commune, other] = await Promise.all([createTestCollectivity(), createTestCollectivity()]);
});

const say = (id: string, change: ActionNoteChange) =>
  setClimateNotes(commune.id, commune.users.officer.actor, new Map([[id, change]]));
const noteOf = async (id: string) => (await listClimateNotes(commune.id)).get(id);
const events = () =>
  sql(
    "SELECT object_id, before, after FROM audit_event WHERE collectivity_id = $1 AND action = 'set.climate_note' ORDER BY at, id",
    [commune.id],
  );

test("fields are written one by one, each change a version, told by id and without what was written", async () => {
  const { id: userId } = commune.users.elected;
  await say(TASK, { explanation: "  Madame Martin suit\nles toitures.  ", pilot: { kind: "member", userId } });
  await say(TASK, { dueDay: civilDate("2027-06-30") });
  await say(TASK, { explanation: "Deux toitures." });
  expect(await noteOf(TASK)).toEqual({
    explanation: "Deux toitures.",
    outReason: null,
    pilot: { kind: "member", userId },
    dueDay: "2027-06-30",
  });
  const versions = await sql(
    "SELECT explanation, superseded_at IS NULL AS counts FROM climate_note WHERE collectivity_id = $1 ORDER BY written_at",
    [commune.id],
  );
  const first = "Madame Martin suit\nles toitures.";
  expect(versions).toEqual([
    { explanation: first, counts: false },
    { explanation: first, counts: false },
    { explanation: "Deux toitures.", counts: true },
  ]);
  const told = await events();
  expect(told).toEqual([
    {
      object_id: TASK,
      before: { pilotUserId: null, dueDay: null },
      after: { fields: ["explanation", "pilot"], pilotUserId: userId, dueDay: null },
    },
    expect.objectContaining({ after: { fields: ["dueDay"], pilotUserId: userId, dueDay: "2027-06-30" } }),
    expect.objectContaining({ after: { fields: ["explanation"], pilotUserId: userId, dueDay: "2027-06-30" } }),
  ]);
  expect(JSON.stringify(told)).not.toContain("Martin");
});

test("what says nothing new writes nothing", async () => {
  const before = (await events()).length;
  await say(TASK, { explanation: "Deux toitures.  ", dueDay: civilDate("2027-06-30") });
  await say("cae_3.1.1.5.1", { explanation: " ", pilot: { kind: "service", name: "" } });
  expect(await events()).toHaveLength(before);
});

describe("the pilot", () => {
  test("is a service, or a member of the collectivity and of no other", async () => {
    await say(TASK, { pilot: { kind: "service", name: "Service énergie" } });
    expect((await noteOf(TASK))?.pilot).toEqual({ kind: "service", name: "Service énergie" });
    const before = (await events()).length;
    const stranger = { kind: "member", userId: other.users.admin.id } as const;
    await expect(say(TASK, { pilot: stranger })).rejects.toMatchObject({ code: "UNKNOWN_PILOT" });
    expect(await events()).toHaveLength(before);
  });

  test("who has left stays until another is chosen", async () => {
    const { id: userId } = commune.users.admin;
    await say(TASK, { pilot: { kind: "member", userId } });
    await sql("DELETE FROM membership WHERE collectivity_id = $1 AND user_id = $2", [commune.id, userId]);
    await say(TASK, { explanation: "Trois toitures." });
    expect(await noteOf(TASK)).toMatchObject({ explanation: "Trois toitures.", pilot: { kind: "member", userId } });
  });
});

test.for<[string, string]>([
  ["cae_9.9", "UNKNOWN_NODE"],
  ["cae_3.1.1", "STATUS_ABOVE_SUB_ACTION"],
])("a batch with a note on %s is refused as a whole", async ([id, code]) => {
  const batch = new Map([
    ["cae_3.1.1.4.1", { explanation: "Gardée ?" }],
    [id, { explanation: "Non" }],
  ]);
  const writing = setClimateNotes(commune.id, commune.users.officer.actor, batch);
  await expect(writing).rejects.toMatchObject({ code });
  expect(await noteOf("cae_3.1.1.4.1")).toBeUndefined();
});

test("a plan reads its own notes, and a state that was kept keeps them", async () => {
  await takeClimateSnapshot(commune.id, commune.users.officer.actor, "Avant l’audit");
  await say(TASK, { explanation: "Changée depuis." });
  const [kept] = await listClimateSnapshots(commune.id);
  expect(kept?.content.notes?.[TASK]?.explanation).toBe("Trois toitures.");
  expect((await readClimatePlan(commune.id)).notes.get(TASK)?.explanation).toBe("Changée depuis.");
  expect((await readClimatePlan(other.id)).notes).toEqual(new Map());
});
