import { beforeAll, expect, test } from "vitest";
import { GET as consultationFile } from "@/app/(espace)/journal/consultations/csv/route";
import { GET as journalFile } from "@/app/(espace)/journal/csv/route";
import { purgeConsultations } from "@/lib/data/consultations";
import { pool } from "@/lib/data/pg";
import type { AuthorizedInstanceId } from "@/lib/data/scope";
import { consultationSearchSchema, toConsultationFilter } from "@/lib/schemas/consultations";
import { journalSearchSchema, toJournalFilter } from "@/lib/schemas/journal";
import { auth } from "@/lib/services/auth";
import { readConsultations } from "@/lib/services/journal/read-consultations";
import { readJournal } from "@/lib/services/journal/read-journal";
import { recordConsultation } from "@/lib/services/journal/record-consultation";
import { apiRequest } from "../../support/api-request";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectRefusal } from "../../support/expect-answer";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const INSTALLATION = { kind: "installation", id: "instance" as AuthorizedInstanceId } as const;

let own: TestCollectivity;
let other: TestCollectivity;
let first: TestOperation;
let second: TestOperation;
beforeAll(async () => {
  [own, other] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
  [first, second] = await Promise.all([createTestOperation(own), createTestOperation(own)]);
  await createTestOperation(other);
});

const find = async (collectivity: TestCollectivity, search: Record<string, string> = {}) =>
  (
    await readJournal(
      { kind: "collectivity", id: collectivity.id },
      toJournalFilter(journalSearchSchema.parse(search)),
      null,
    )
  ).events;

test("it holds every operation, the collectivity's own events and its accounts, and nobody else's", async () => {
  const { officer } = own.users;
  await auth.api.signOut({ headers: new Headers({ cookie: await officer.cookie() }) });
  const events = await find(own);
  const told = new Set(events.map(({ action, operation }) => `${action} ${operation?.slug ?? "–"}`));
  for (const line of [
    `create.operation ${first.sheet.slug}`,
    `create.operation ${second.sheet.slug}`,
    "create.collectivity –",
    "create.account –",
    "open.session –",
    "close.session –",
  ]) {
    expect(told).toContain(line);
  }
  expect([...events].sort((a, b) => b.at.getTime() - a.at.getTime())).toEqual(events);
  const strangers = new Set((await find(other)).map(({ id }) => id));
  expect(events.filter(({ id }) => strangers.has(id))).toEqual([]);
});

test("an account of two collectivities is told of in both; what only names it later is not", async () => {
  const { elected } = own.users;
  await sql("INSERT INTO membership (collectivity_id, user_id, role) VALUES ($1, $2, 'elected')", [
    other.id,
    elected.id,
  ]);
  await elected.cookie();
  const signIns = async (of: TestCollectivity) =>
    (await find(of, { qui: elected.id, quoi: "settings" })).filter(({ action }) => action === "open.session");
  expect(await signIns(own)).toHaveLength(1);
  expect(await signIns(other)).toEqual(await signIns(own));
  await sql("DELETE FROM membership WHERE collectivity_id = $1 AND user_id = $2", [other.id, elected.id]);
  await elected.cookie();
  expect(await signIns(own)).toHaveLength(2);
  expect(await signIns(other)).toHaveLength(1);
});

test("it is narrowed to a kind of object, and to one object", async () => {
  const kinds = new Set((await find(own, { objet: "operation" })).map(({ objectType }) => objectType));
  expect(kinds).toEqual(new Set(["operation"]));
  const history = await find(own, { id: first.id });
  expect(history.length).toBeGreaterThan(0);
  expect(history.every(({ objectId }) => objectId === first.id)).toBe(true);
});

test("the installation's holds accounts and collectivities, nothing of an operation", async () => {
  const { events } = await readJournal(INSTALLATION, { actorUserId: own.users.elected.id }, null);
  expect(new Set(events.map(({ action }) => action))).toEqual(new Set(["open.session"]));
  const { events: all } = await readJournal(INSTALLATION, {}, null);
  expect(all.filter(({ operation }) => operation)).toEqual([]);
  expect(all.some(({ objectType }) => objectType === "collectivity")).toBe(true);
});

test("taking a file out is written down first; a file is for who administers the collectivity", async () => {
  for (const [get, path, action] of [
    [journalFile, "/journal/csv", "export.journal"],
    [consultationFile, "/journal/consultations/csv", "export.consultations"],
  ] as const) {
    const ask = async (key?: string) => get(apiRequest(`${path}?collectivite=${own.id}`, key ? { key } : {}));
    const answer = await ask(await own.users.admin.key("read"));
    expect(answer.status).toBe(403); // a key for reading administers nothing
    const file = await ask(await own.users.admin.key("write"));
    expect(file.status).toBe(200);
    expect((await file.text()).split("\r\n").length).toBeGreaterThan(1);
    expect((await find(own))[0]).toMatchObject({ action, actorUserId: own.users.admin.id, via: "api_key" });
    await expectRefusal(await ask(await own.users.officer.key("write")), 403, "FORBIDDEN");
    await expectRefusal(await ask(await own.users.elected.key("write")), 403, "FORBIDDEN");
    await expectRefusal(await ask(await other.users.admin.key("write")), 404, "NOT_FOUND");
    await expectRefusal(await ask(), 401, "UNAUTHENTICATED");
  }
});

const seen = async (collectivity: TestCollectivity, search: Record<string, string> = {}) =>
  (
    await readConsultations(
      { kind: "collectivity", id: collectivity.id },
      toConsultationFilter(consultationSearchSchema.parse(search)),
      null,
    )
  ).consultations;

test("whoever reads an operation is told of once a day, refused attempts never", async () => {
  const path = `/api/v1/operations/${first.sheet.slug}`;
  const read = async (key: string) => (await callApi(path, { headers: { authorization: `Bearer ${key}` } })).status;
  const { officer } = own.users;
  expect(await read(await officer.key("read"))).toBe(200);
  expect(await read(await officer.key("read"))).toBe(200);
  expect(await read(await other.users.officer.key("read"))).toBe(404);
  const found = await seen(own, { qui: officer.id, vu: "operation" });
  expect(found).toMatchObject([
    {
      objectId: first.id,
      via: "api_key",
      actorName: "Personne des tests (officer)",
      operation: { slug: first.sheet.slug },
    },
  ]);
  expect(await seen(own, { id: first.id })).toEqual(found);
  expect(await seen(other, { id: first.id })).toEqual([]);
});

test("a key that looked first hides no look of the person himself", async () => {
  const seenBy = async (via: "session" | "api_key") => {
    const actor = { userId: own.users.admin.id, via } as const;
    const object = { objectType: "file", objectId: "seen by both ways" } as const;
    for (let looks = 0; looks < 2; looks += 1) {
      await recordConsultation({ actor, collectivityId: own.id, operationId: first.id, ...object }, new Date());
    }
  };
  await seenBy("api_key");
  await seenBy("session");
  const found = await seen(own, { qui: own.users.admin.id, vu: "file" });
  expect(found.map(({ via }) => via).sort()).toEqual(["api_key", "session"]);
});

test("a consultation neither changes nor goes, but for what is over twelve months old", async () => {
  for (const statement of ["UPDATE consultation SET day = day", "DELETE FROM consultation", "TRUNCATE consultation"]) {
    await expect(pool.query(statement)).rejects.toMatchObject({ code: "42501" });
  }
  await sql(
    `INSERT INTO consultation (id, collectivity_id, user_id, via, object_type, object_id, day, at)
     SELECT gen_random_uuid(), $1, $2, 'session', 'collectivity', 'old',
            (now() AT TIME ZONE 'Europe/Paris')::date - interval '12 months' - d * interval '1 day', now()
       FROM unnest(ARRAY[0, 1, 400]) d`,
    [own.id, own.users.admin.id],
  );
  expect(await purgeConsultations()).toBe(2);
  expect(
    await seen(own, { vu: "collectivity" }).then((all) => all.filter(({ objectId }) => objectId === "old")),
  ).toHaveLength(1);
  expect(await seen(own, { id: first.id })).toHaveLength(1);
});
