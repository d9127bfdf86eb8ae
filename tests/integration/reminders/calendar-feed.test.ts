import ICAL from "ical.js";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createCalendarFeed } from "@/lib/services/reminders/create-calendar-feed";
import { hashFeedToken } from "@/lib/services/reminders/hash-feed-token";
import { readReminders } from "@/lib/services/reminders/read-reminders";
import { revokeCalendarFeed } from "@/lib/services/reminders/revoke-calendar-feed";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectRefusal } from "../../support/expect-answer";
import { addTestPoint } from "../../support/registry-by-hand";
import { RESIDENT } from "../../support/registry-details";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

let own: TestCollectivity;
let stranger: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  [own, stranger] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
  [operation] = await Promise.all([createTestOperation(own), createTestOperation(stranger)]);
  await addTestPoint(operation, { day: "2099-03-02" });
});

let feed: { id: string; token: string };

beforeEach(async () => {
  const { id, actor } = own.users.officer;
  feed = await createCalendarFeed(id, "Agenda de la mairie", actor);
});

const read = (token = feed.token, headers = {}) => callApi(`/api/v1/calendar/${token}.ics`, { headers });

/** The events of an answer, as a calendar program reads them. */
async function eventsOf(response: Response) {
  const calendar = new ICAL.Component(ICAL.parse(await response.text()));
  return calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
}

test("the calendar of an officer, without a session: the days of his operations, and nobody's name", async () => {
  const response = await read();
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const text = await response.clone().text();
  expect(text).not.toContain(RESIDENT.name);
  const events = await eventsOf(response);
  const request = events.find(({ uid }) => uid.includes("perimeter-request"));
  // 15 working days before Monday 2 March 2099.
  expect(request?.startDate.toString()).toBe("2099-02-09");
  expect(request?.uid.startsWith(`${operation.id}/perimeter-request/2099-03-02@`)).toBe(true);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  for (const { uid } of events) expect(uid.startsWith(operation.id)).toBe(true);
});

test("what does not change is not sent again; what does has a higher number", async () => {
  const first = await read();
  const etag = first.headers.get("etag") ?? "";
  const again = await read(feed.token, { "if-none-match": etag });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
  await addTestPoint(operation, { day: "2099-06-02" });
  const changed = await read(feed.token, { "if-none-match": etag });
  expect(changed.status).toBe(200);
  const sequenceOf = (events: Awaited<ReturnType<typeof eventsOf>>) => events[0]?.sequence ?? 0;
  expect(sequenceOf(await eventsOf(changed))).toBeGreaterThan(sequenceOf(await eventsOf(first)));
});

describe("a token", () => {
  test("is stored as a hash, and its last use is told", async () => {
    const rows = await sql<{ row: string; hash: Buffer }>(
      "SELECT calendar_feed::text AS row, token_hash AS hash FROM calendar_feed WHERE id = $1",
      [feed.id],
    );
    expect(rows[0]?.row).not.toContain(feed.token);
    expect(rows[0]?.hash.equals(Buffer.from(hashFeedToken(feed.token)))).toBe(true);
    const used = async () =>
      (await readReminders(own.users.officer.id)).feeds.find(({ id }) => id === feed.id)?.lastUsedAt;
    expect(await used()).toBeNull();
    await read();
    expect(await used()).toBeInstanceOf(Date);
  });

  test.for(["", "x", "é", "a".repeat(43), "a".repeat(5000), "../openapi", "%00"])("%j opens nothing", async (token) => {
    await expectRefusal(await read(encodeURIComponent(token)), 404, "NOT_FOUND");
  });

  test("opens nothing once it is revoked, which only its owner can do", async () => {
    const { actor, id } = stranger.users.admin;
    expect(await revokeCalendarFeed(id, feed.id, actor)).toBe(false);
    expect((await read()).status).toBe(200);
    const { id: ownerId, actor: owner } = own.users.officer;
    expect(await revokeCalendarFeed(ownerId, feed.id, owner)).toBe(true);
    expect(await revokeCalendarFeed(ownerId, feed.id, owner)).toBe(false);
    await expectRefusal(await read(), 404, "NOT_FOUND");
    expect((await readReminders(ownerId)).feeds.map(({ id }) => id)).not.toContain(feed.id);
    const events = await sql("SELECT action FROM audit_event WHERE object_id = $1 ORDER BY at", [feed.id]);
    expect(events).toEqual([{ action: "create.calendar_feed" }, { action: "revoke.calendar_feed" }]);
  });

  test("that is read without end is told to wait", async () => {
    await sql("UPDATE calendar_feed SET read_count = 60 WHERE id = $1", [feed.id]);
    const refused = await read();
    expect(refused.headers.get("retry-after")).toBe("60");
    await expectRefusal(refused, 429, "TOO_MANY_REQUESTS");
    await sql("UPDATE calendar_feed SET counted_at = now() - interval '61 minutes' WHERE id = $1", [feed.id]);
    expect((await read()).status).toBe(200);
  });
});

test("opens nothing while its owner owes a second factor, and again once the collectivity asks for none", async () => {
  const ask = (isAsked: boolean) =>
    sql("UPDATE collectivity SET requires_two_factor = $2 WHERE id = $1", [own.id, isAsked]);
  await ask(true);
  await expectRefusal(await read(), 403, "TWO_FACTOR_DUE");
  await ask(false);
  expect((await read()).status).toBe(200);
});

test("is empty from the moment its owner may read nothing any more", async () => {
  const guest = await createTestCollectivity();
  await createTestOperation(guest);
  const { id, actor } = guest.users.elected;
  const { token } = await createCalendarFeed(id, "Agenda de l’élu", actor);
  expect((await eventsOf(await read(token))).length).toBeGreaterThan(0);
  await sql("DELETE FROM membership WHERE user_id = $1", [id]);
  const response = await read(token);
  expect(response.status).toBe(200);
  expect(await eventsOf(response)).toEqual([]);
});

test("the list for machines names its operation, and leaves others out", async () => {
  const key = await own.users.elected.key("read");
  const answers = await Promise.all([
    callApi("/api/v1/deadlines", { key }),
    callApi(`/api/v1/operations/${operation.accNumber}/deadlines`, { key }),
  ]);
  const [all, one] = await Promise.all(answers.map((answer) => answer.json()));
  expect(all).toEqual(one);
  expect(new Set(one.deadlines.map((each: { operation: { slug: string } }) => each.operation.slug))).toEqual(
    new Set([operation.sheet.slug]),
  );
  expect(one.deadlines).toContainEqual(
    expect.objectContaining({ rule: "perimeter-request", dueDay: "2099-02-09", state: "to_come", actor: "organiser" }),
  );
});
