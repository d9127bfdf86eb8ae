import { beforeAll, beforeEach, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import type { Mailer } from "@/lib/gateways/mail/mailer";
import { openMailer } from "@/lib/gateways/mail/open-mailer";
import { authorizeJob } from "@/lib/jobs/authorize-job";
import { DigestsWaiting, sendDigests } from "@/lib/services/reminders/send-digests";
import { setDigestFrequency } from "@/lib/services/reminders/set-digest-frequency";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { startTestMailServer, type TestMailServer, textOf } from "../../support/mail-server";
import { addTestPoint } from "../../support/registry-by-hand";
import { RESIDENT } from "../../support/registry-details";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
// A Monday, a holiday and the day after it.
const MONDAY = "2026-07-13";
const HOLIDAY = "2026-07-14";
const WEDNESDAY = "2026-07-15";

let server: TestMailServer;
let collectivity: TestCollectivity;

beforeAll(async () => {
  server = await startTestMailServer();
  return () => server.close();
});

beforeEach(async () => {
  await sql("DELETE FROM reminder_setting");
  server.taken.length = 0;
  server.answers.clear();
  collectivity = await createTestCollectivity();
  const operation = await createTestOperation(collectivity);
  await addTestPoint(operation, { day: "2026-08-03" });
});

const send = (day: string, mailer: Mailer = openMailer(server.settings)) =>
  sendDigests({ today: civilDate(day), mailer, authorize: authorizeJob });

const ask = (role: "officer" | "elected" | "admin", digest: "off" | "daily" | "weekly") => {
  const { id, actor } = collectivity.users[role];
  return setDigestFrequency(id, actor, digest);
};

const recipients = () => server.taken.map(({ to }) => to).sort();

test("goes to those who asked for it, on their days, once a day", async () => {
  const { officer, elected, admin } = collectivity.users;
  await Promise.all([ask("officer", "daily"), ask("elected", "weekly"), ask("admin", "off")]);
  expect(await send(MONDAY)).toEqual({ sent: 2, empty: 0, failed: 0 });
  expect(recipients()).toEqual([officer.email, elected.email].sort());
  expect(await send(MONDAY)).toEqual({ sent: 0, empty: 0, failed: 0 });
  expect(await send(HOLIDAY)).toEqual({ sent: 0, empty: 0, failed: 0 });
  expect(await send(WEDNESDAY)).toEqual({ sent: 1, empty: 0, failed: 0 });
  expect(recipients()).toEqual([officer.email, officer.email, elected.email].sort());
  expect(recipients()).not.toContain(admin.email);
  const days = await sql("SELECT day::text, state FROM digest_sending WHERE user_id = $1 ORDER BY day", [officer.id]);
  expect(days).toEqual([
    { day: MONDAY, state: "sent" },
    { day: WEDNESDAY, state: "sent" },
  ]);
});

test("says what is late and what is due, with where it is done, and names nobody", async () => {
  await ask("officer", "daily");
  await send(WEDNESDAY);
  const [mail] = server.taken;
  if (!mail) throw new Error("no mail was sent");
  const text = textOf(mail);
  // The entry of 3 August was to be asked for 15 working days before, the 10th of July.
  expect(text).toContain("Demander le changement de périmètre\u00a0: 1\u00a0entrée le 03/08/2026");
  expect(text).toContain("au plus tard le 10/07/2026, en retard de 2\u00a0jours ouvrés, à vous, art. 3.2.1");
  expect(text).toMatch(/https?:\/\/\S+\/operations\/\S+\/participants\?jour=2026-08-03/);
  expect(mail.raw).not.toContain(RESIDENT.name);
  expect(mail.raw).toMatch(/Message-ID:\s+<digest-/);
});

test("says nothing when all is in order", async () => {
  const { id, actor } = (await createTestCollectivity()).users.officer;
  await setDigestFrequency(id, actor, "daily");
  expect(await send(WEDNESDAY)).toEqual({ sent: 0, empty: 1, failed: 0 });
  expect(server.taken).toEqual([]);
});

test("reads what its reader may read at that moment", async () => {
  await ask("officer", "daily");
  await sql("DELETE FROM membership WHERE user_id = $1", [collectivity.users.officer.id]);
  expect(await send(WEDNESDAY)).toEqual({ sent: 0, empty: 1, failed: 0 });
});

test("is tried again when the server asks to come back later, and nobody else gets it twice", async () => {
  const { officer, elected } = collectivity.users;
  await Promise.all([ask("officer", "daily"), ask("elected", "daily")]);
  server.answers.set(officer.email, { code: 450, message: "plus tard" });
  await expect(send(WEDNESDAY)).rejects.toThrow(DigestsWaiting);
  expect(recipients()).toEqual([elected.email]);
  server.answers.clear();
  expect(await send(WEDNESDAY)).toEqual({ sent: 1, empty: 0, failed: 0 });
  expect(recipients()).toEqual([officer.email, elected.email].sort());
});

test("is given up for the day when the address is refused", async () => {
  await ask("officer", "daily");
  server.answers.set(collectivity.users.officer.email, { code: 550, message: "inconnu" });
  expect(await send(WEDNESDAY)).toEqual({ sent: 0, empty: 0, failed: 1 });
  expect(await send(WEDNESDAY)).toEqual({ sent: 0, empty: 0, failed: 0 });
});

test("of two workers at once, one sends it", async () => {
  await ask("officer", "daily");
  await Promise.all([send(WEDNESDAY), send(WEDNESDAY)]);
  expect(recipients()).toEqual([collectivity.users.officer.email]);
});

test("a worker that dies before it is recorded leaves it to the next one", async () => {
  await ask("officer", "daily");
  const dying: Mailer = { send: () => Promise.reject(new Error("killed")) };
  await expect(send(WEDNESDAY, dying)).rejects.toThrow("killed");
  expect(await send(WEDNESDAY)).toEqual({ sent: 1, empty: 0, failed: 0 });
});

test("each choice leaves one event, which names nobody", async () => {
  const { id } = collectivity.users.officer;
  await ask("officer", "daily");
  await ask("officer", "daily");
  await ask("officer", "off");
  const events = await sql("SELECT action, before, after FROM audit_event WHERE object_id = $1 AND action = $2", [
    id,
    "update.reminders",
  ]);
  expect(events).toEqual([
    { action: "update.reminders", before: { digest: "off" }, after: { digest: "daily" } },
    { action: "update.reminders", before: { digest: "daily" }, after: { digest: "off" } },
  ]);
});
