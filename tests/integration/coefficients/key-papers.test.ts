import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listAnnouncements } from "@/lib/data/coefficient-announcements";
import { stopQueue } from "@/lib/data/queue";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readAnnex2Workbook } from "@/lib/formats/annex-2/read-annex-2-workbook";
import { previewAnnouncements } from "@/lib/services/coefficients/preview-announcements";
import { readKeyVersion } from "@/lib/services/coefficients/read-key-version";
import {
  ANNOUNCED_FROM,
  type AnnouncedOperation,
  announceTestKey,
  createNeighbourhood,
} from "../../support/announced-operation";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { expectRefusal } from "../../support/expect-answer";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const DRAWN = { timeout: 30_000 }; // the first PDF of a process reads its fonts

let collectivity: TestCollectivity;
let place: AnnouncedOperation;
let keyId: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  place = await createNeighbourhood(collectivity, sql);
  keyId = await announceTestKey(place.operation, false);
});

afterAll(stopQueue);

const lettersPath = (query = "") =>
  `/api/v1/operations/${place.operation.accNumber}/coefficient-keys/${keyId}/letters${query}`;

async function readLetters(query = "") {
  const answer = await callApi(lettersPath(query), { key: await collectivity.users.officer.key("write") });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.arrayBuffer())));
  return { totalPages, pages: text.map((page) => page.replace(/\s+/g, " ")) };
}

test("the letters of all are one PDF, by name, each with its own figures only", DRAWN, async () => {
  const { totalPages, pages } = await readLetters();
  expect(totalPages).toBe(4);
  expect(pages[0]).toContain("Commune des tests");
  expect(pages[1]).toContain("Ginette Exemple 3 rue des Lilas");
  expect(pages[1]).toContain("part de 5 %, au lieu de 20 % jusqu’ici.");
  expect(pages[1]).not.toMatch(/Maison|Atelier|Jeanne/);
});

test("one letter is asked for alone; a key for reading, and an operation of others, get none", DRAWN, async () => {
  const rows = await listAnnouncements(place.operation.id, keyId);
  const own = rows.find(({ participantId }) => participantId === place.participantIds.Jeanne);
  const { totalPages, pages } = await readLetters(`?announcement=${own?.id}`);
  expect([totalPages, pages[0]]).toEqual([1, expect.stringContaining("Jeanne Exemple")]);
  const read = await callApi(lettersPath(), { key: await collectivity.users.officer.key("read") });
  await expectRefusal(read, 403, "READ_ONLY_KEY");
  const stranger = await createTestCollectivity("Une autre commune");
  const foreign = await callApi(lettersPath(), { key: await stranger.users.officer.key("write") });
  await expectRefusal(foreign, 404, "NOT_FOUND");
});

test("the preview is what the letter says", DRAWN, async () => {
  const operation = { ...place.operation, collectivity: { name: "Commune des tests" } };
  const participantId = place.participantIds.Ginette;
  const { recipients, shown } = await previewAnnouncements(operation, keyId, { isMailOn: false, participantId });
  expect(recipients.map(({ name, email }) => [name, email])).toEqual([
    ["Commune des tests", null],
    ["Ginette Exemple", null],
    ["Jeanne Exemple", null],
    ["Paul Exemple", null],
  ]);
  const { pages } = await readLetters();
  for (const share of shown?.message.shares ?? []) expect(pages[1]).toContain(share.replace(/\s+/g, " "));
  expect(shown?.recipient.name).toBe("Ginette Exemple");
});

test("the annexe 2 of a version has its coefficients, and the perimeter of its first day", async () => {
  const path = `/api/v1/operations/${place.operation.accNumber}/annex-2?key=${keyId}`;
  const answer = await callApi(path, { key: await collectivity.users.officer.key("read") });
  expect(answer.status).toBe(200);
  const { workbook } = await readAnnex2Workbook(new Uint8Array(await answer.arrayBuffer()));
  const ppm = new Map(workbook?.consumers.map(({ prm, coefficientPpm }) => [prm, coefficientPpm]));
  expect(ppm.get(place.operation.point("Ferme").prm)).toBe(50_000);
  expect(ppm.get(place.operation.point("Maison").prm)).toBe(300_000);
});

test("the sheet of a version compares it with the one it follows, and counts its notice", async () => {
  const sheet = await readKeyVersion(place.operation.id, keyId, civilDate("2026-08-20"));
  expect(sheet).toMatchObject({
    version: { state: "announced", from: ANNOUNCED_FROM },
    compared: { version: 1 },
    notice: { lastSendingDay: "2026-08-11", isTooShort: true },
    comparison: { beforeSumPpm: 1_000_000, afterSumPpm: 950_000, differenceSumPpm: -50_000 },
  });
  expect(sheet?.comparison.lines.map(({ name, differencePpm }) => [name, differencePpm])).toEqual([
    ["Atelier", 0],
    ["Ferme", -150_000],
    ["Mairie", 0],
    ["Maison", 100_000],
  ]);
  expect(await readKeyVersion(place.operation.id, place.operation.id, ANNOUNCED_FROM)).toBeNull();
});
