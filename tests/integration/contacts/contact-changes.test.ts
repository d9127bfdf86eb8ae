import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { operatorScope } from "@/lib/cli/operator-scope";
import { listDueContactChanges } from "@/lib/data/contact-changes";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { contactChangeListSchema, recordedContactChangeSchema } from "@/lib/schemas/api/contact-changes";
import { applyDueContacts } from "@/lib/services/contacts/apply-due-contacts";
import { collectContactDeadlines } from "@/lib/services/contacts/collect-contact-deadlines";
import { readContactChanges } from "@/lib/services/contacts/read-contact-changes";
import { recordContactChange } from "@/lib/services/contacts/record-contact-change";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const TODAY = parisCivilDate(Date.now());
const NOON = new Date("2026-11-03T11:00:00Z");

let collectivity: TestCollectivity;
let operation: TestOperation;
let key: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  key = await collectivity.users.officer.key("write");
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity);
});

const at = (path = "") => `/api/v1/operations/${operation.accNumber}/contact-changes${path}`;
const authorize = ({ operationId }: { operationId: string }) => operatorScope.authorizeOperation(operationId);

function record(noticeDay = "2026-11-03", lastName = "Témoin") {
  const change = { role: "correspondent" as const, noticeDay: civilDate(noticeDay), details: { lastName } };
  const clock = { today: civilDate("2026-11-03"), now: NOON };
  return recordContactChange(operation, collectivity.users.officer.actor, change, clock);
}

const nameToday = async () => (await readContactChanges(operation.id)).parties.correspondent?.lastName;

test("the former one counts until the day it binds, then the new one, once", async () => {
  await record("2026-10-01", "Ancienne"); // long ago: binds already
  expect(await nameToday()).toBe("Ancienne");
  const id = await record();
  const pending = (await readContactChanges(operation.id)).changes[0];
  expect(pending).toMatchObject({ id, bindingDay: "2026-11-19", isApplied: false, details: { lastName: "Témoin" } });
  const isDue = async (day: string) =>
    (await listDueContactChanges(civilDate(day))).some(({ contactChangeId }) => contactChangeId === id);
  expect([await isDue("2026-11-18"), await isDue("2026-11-19")]).toEqual([false, true]);
  await applyDueContacts(operatorScope.actor, authorize, new Date("2026-11-18T22:59:00Z"));
  expect(await nameToday()).toBe("Ancienne");
  await applyDueContacts(operatorScope.actor, authorize, new Date("2026-11-18T23:00:00Z"));
  expect(await nameToday()).toBe("Témoin");
  await applyDueContacts(operatorScope.actor, authorize, new Date("2026-11-20T11:00:00Z"));
  const events = await sql("SELECT action, after FROM audit_event WHERE object_id = $1 ORDER BY at, id", [id]);
  expect(events).toEqual([
    {
      action: "record.contact_change",
      after: { role: "correspondent", noticeDay: "2026-11-03", bindingDay: "2026-11-19" },
    },
    { action: "bind.contact_change", after: { role: "correspondent" } },
  ]);
});

test("it is told as a deadline until it binds", async () => {
  const id = await record();
  const collect = (since: string) =>
    collectContactDeadlines([operation], { today: civilDate("2026-11-04"), since: civilDate(since) });
  expect(await collect("2026-11-04")).toMatchObject([
    { rule: "address-change", anchorDay: "2026-11-03", subject: { id, namesPerson: false } },
  ]);
  expect(await collect("2027-01-31")).toEqual([]);
});

test("by the interface: recorded, listed, and told to the operator by a letter", async () => {
  const json = { role: "agent", noticeDay: TODAY, organisationName: "Bureau d’études Exemple", email: "a@b.example" };
  const answer = await callApi(at(), { key, json });
  const { contactChange } = await expectAnswer(answer, 201, recordedContactChangeSchema);
  const { contactChanges } = await expectAnswer(await callApi(at(), { key }), 200, contactChangeListSchema);
  expect(contactChanges).toMatchObject([{ id: contactChange.id, role: "agent", isApplied: false }]);
  const letter = await callApi(at(`/${contactChange.id}/letter`), { key });
  const pdf = await getDocumentProxy(new Uint8Array(await letter.arrayBuffer()));
  const { text } = await extractText(pdf, { mergePages: true });
  for (const words of ["Bureau d’études Exemple", "Mandataire", "8.10"]) expect(text).toContain(words);
});

test("refused: told tomorrow, an address that is none, a letter of the operator's own change", async () => {
  const json = { role: "dso", noticeDay: TODAY, city: "Montpellier" };
  await expectRefusal(
    await callApi(at(), { key, json: { ...json, noticeDay: addDays(TODAY, 1) } }),
    422,
    "DAY_IN_FUTURE",
  );
  await expectRefusal(await callApi(at(), { key, json: { ...json, email: "nulle part" } }), 400, "INVALID_REQUEST");
  const { contactChange } = await expectAnswer(await callApi(at(), { key, json }), 201, recordedContactChangeSchema);
  await expectRefusal(await callApi(at(`/${contactChange.id}/letter`), { key }), 404, "NOT_FOUND");
});

test("the database rewrites no notice", async () => {
  const id = await record();
  const change = sql("UPDATE contact_change SET notice_day = notice_day - 1 WHERE id = $1", [id]);
  await expect(change).rejects.toThrow("append-only");
});
