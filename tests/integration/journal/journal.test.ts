import { beforeAll, expect, test } from "vitest";
import { GET } from "@/app/(espace)/operations/[operation]/reglages/journal/csv/route";
import { insertAuditEvent, insertAuditEventWith } from "@/lib/data/audit-events";
import type { JournalPlace } from "@/lib/data/audit-journal";
import { inTransaction } from "@/lib/data/pg";
import { civilDate } from "@/lib/domain/time/civil-date";
import { describeAuditActor } from "@/lib/format/describe-audit-actor";
import { journalSearchSchema, toJournalFilter } from "@/lib/schemas/journal";
import { toTrailPlace } from "@/lib/schemas/trail-search";
import { setCoefficientKey } from "@/lib/services/coefficients/set-coefficient-key";
import { readJournal } from "@/lib/services/journal/read-journal";
import { apiRequest } from "../../support/api-request";
import {
  createTestAccount,
  createTestCollectivity,
  type TestCollectivity,
} from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { expectRefusal } from "../../support/expect-answer";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

let own: TestCollectivity;
let stranger: TestCollectivity;
beforeAll(async () => {
  [own, stranger] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
});

async function fillJournal(operationId: string, count: number) {
  await sql(
    `INSERT INTO audit_event (id, operation_id, at, via, action, object_type, object_id)
     SELECT gen_random_uuid(), $1, '2026-05-01T12:00:00Z'::timestamptz + (n / 7) * interval '1 second', 'job',
            CASE WHEN n % 2 = 0 THEN 'import.measures' ELSE 'settle.period' END, 'measure_import', 'x'
       FROM generate_series(1, $2::int) AS n`,
    [operationId, count],
  );
}

test("a write that waited its turn stands after the one it waited for", async () => {
  const operation = await createTestOperation(own);
  const entry = (objectId: string) =>
    ({
      operationId: operation.id,
      actor: { userId: null, via: "job" },
      action: "import.measures",
      objectType: "measure_import",
      objectId,
    }) as const;
  await inTransaction(async (waiting) => {
    await waiting.query("SELECT 1"); // its transaction begins first
    await inTransaction((client) => insertAuditEventWith(client, entry("first")));
    await insertAuditEventWith(waiting, entry("second"));
    for (const next of ["third", "fourth", "fifth"]) await insertAuditEventWith(waiting, entry(next)); // in one millisecond
  });
  await insertAuditEvent(entry("sixth"));
  const { events } = await readJournal({ kind: "operation", id: operation.id, mayReadWords: true }, {}, null);
  const written = ["first", "second", "third", "fourth", "fifth", "sixth"];
  expect(events.slice(0, 6).map(({ objectId }) => objectId)).toEqual(written.toReversed());
});

test("its pages hold every event once, latest first, whatever is written meanwhile", async () => {
  const operation = await createTestOperation(own);
  await fillJournal(operation.id, 240);
  const met: string[] = [];
  const sizes: number[] = [];
  let place: JournalPlace | null = null;
  do {
    const page: Awaited<ReturnType<typeof readJournal>> = await readJournal(
      { kind: "operation", id: operation.id, mayReadWords: true },
      {},
      place,
    );
    met.push(...page.events.map(({ id }) => id));
    sizes.push(page.events.length);
    place = page.next;
    await setCoefficientKey(operation, own.users.officer.actor, {
      kind: "default",
      from: civilDate("2026-06-01"),
      ppmByConsumer: new Map(),
    });
  } while (place);
  expect(sizes).toEqual([100, 100, 41]); // 240 and the creation of the operation
  expect(new Set(met).size).toBe(241);
  const times = await sql<{ id: string }>(
    "SELECT id FROM audit_event WHERE operation_id = $1 AND id = ANY($2::uuid[]) ORDER BY at DESC, id DESC",
    [operation.id, met],
  );
  expect(times.map(({ id }) => id)).toEqual(met);
});

test("it is filtered by day, person, way and topic, and is one operation's", async () => {
  const operation = await createTestOperation(own, { key: "default" });
  await createTestOperation(own, { key: "default" });
  await fillJournal(operation.id, 4);
  const { officer } = own.users;
  await setCoefficientKey(operation, officer.actor, {
    kind: "default",
    from: civilDate("2026-06-01"),
    ppmByConsumer: new Map(),
  });
  const find = async (search: Record<string, string>) => {
    const parsed = journalSearchSchema.parse(search);
    const { events } = await readJournal(
      { kind: "operation", id: operation.id, mayReadWords: true },
      toJournalFilter(parsed),
      toTrailPlace(parsed.avant),
    );
    return events.map(({ action, actorName }) => `${action} ${actorName ?? ""}`.trim());
  };
  const mine = "set.coefficients Personne des tests (officer)";
  expect(await find({})).toHaveLength(7);
  expect(await find({ qui: officer.id })).toEqual([mine]);
  expect(await find({ quoi: "coefficients" })).toEqual([mine, "set.coefficients"]);
  expect(await find({ qui: "cli", quoi: "coefficients" })).toEqual(["set.coefficients"]);
  expect(await find({ du: "2026-05-01", au: "2026-05-01" })).toHaveLength(4);
  expect(await find({ au: "2026-04-30" })).toEqual([]);
  // A link someone edited shows everything rather than failing.
  expect(await find({ du: "hier", qui: "moi", quoi: "tout", avant: "1_2" })).toHaveLength(7);
});

test("what a participant did in his own space names him to who may know him, and to nobody else", async () => {
  const operation = await createTestOperation(own);
  const [resident, former] = [await createTestAccount(null), await createTestAccount(null)];
  await sql(
    "INSERT INTO participant (id, operation_id, name, kind) VALUES (gen_random_uuid(), $1, 'Résident', 'natural')",
    [operation.id],
  );
  await sql(
    `INSERT INTO participant_access (id, operation_id, participant_id, user_id)
     SELECT gen_random_uuid(), $1, id, $2 FROM participant WHERE operation_id = $1 AND name = 'Résident'`,
    [operation.id, resident.id],
  );
  await sql(
    `INSERT INTO audit_event (id, operation_id, actor_user_id, via, action, object_type, object_id)
     SELECT gen_random_uuid(), $1, a::uuid, 'session', 'record.complaint', 'user', a FROM unnest($2::text[]) a`,
    [operation.id, [resident.id, former.id]],
  );
  const read = async (mayReadWords: boolean, actorUserId?: string) => {
    const { events, actors } = await readJournal(
      { kind: "operation", id: operation.id, mayReadWords },
      { actions: ["record.complaint"], actorUserId },
      null,
    );
    const told = events.map((event) => `${describeAuditActor(event)} – ${event.objectName}`).sort();
    return { told, ids: events.map((event) => event.actorUserId), named: actors.map(({ id }) => id) };
  };
  const name = "Personne des tests (nobody)";
  expect((await read(true)).told).toEqual([`${name} – ${name}`, `${name} – ${name}`]);
  expect((await read(true)).named).toContain(resident.id);
  // Who had a role and lost it is still named.
  const hidden = await read(false);
  expect(hidden.told).toEqual([`${name} – ${name}`, "Un participant – null"]);
  expect(hidden.ids).not.toContain(resident.id);
  expect(hidden.named).toContain(former.id);
  expect(hidden.named).not.toContain(resident.id);
  expect((await read(true, resident.id)).told).toHaveLength(1);
  expect((await read(false, resident.id)).told).toEqual([]);
  const file = await GET(
    apiRequest(`/operations/${operation.sheet.slug}/reglages/journal/csv`, {
      key: await own.users.elected.key("read"),
    }),
    { params: Promise.resolve({ operation: operation.sheet.slug }) },
  );
  expect(await file.text()).toContain(";Un participant;");
});

test("its file holds the filtered whole for whoever may read, and is not there for strangers", async () => {
  const operation = await createTestOperation(own, { key: "default" });
  await fillJournal(operation.id, 2);
  const path = `/operations/${operation.sheet.slug}/reglages/journal/csv?quoi=measures`;
  const params = Promise.resolve({ operation: operation.sheet.slug });
  const answer = await GET(apiRequest(path, { key: await own.users.elected.key("read") }), { params });
  expect(answer.status).toBe(200);
  const lines = (await answer.text()).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/^Mesures importées;01\/05\/2026 à\s14:00;Prorata \(tâche\)/);
  await expectRefusal(
    await GET(apiRequest(path, { key: await stranger.users.admin.key("write") }), { params }),
    404,
    "NOT_FOUND",
  );
  await expectRefusal(await GET(apiRequest(path), { params }), 401, "UNAUTHENTICATED");
});
