import ExcelJS from "exceljs";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, expect, test } from "vitest";
import { setClimateStatuses } from "@/lib/services/climate-plan/set-climate-statuses";
import { takeClimateSnapshot } from "@/lib/services/climate-plan/take-climate-snapshot";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { expectRefusal } from "../../support/expect-answer";

let own: TestCollectivity;
let key: string;
let snapshot: string;

beforeAll(async () => {
  own = await createTestCollectivity("Commune de Saint-Export");
  key = await own.users.elected.key("read");
  const { actor } = own.users.officer;
  await setClimateStatuses(own.id, actor, new Map([["cae_3.1.1.5.2", { status: "done" }]]));
  snapshot = await takeClimateSnapshot(own.id, actor, "Avant l’été");
  await setClimateStatuses(own.id, actor, new Map([["cae_3.1.1.5.2", { status: "planned" }]]));
});

const ask = (query: string, as = key) =>
  callApi(`/api/v1/collectivities/${own.id}/climate-plan/export?${query}`, { key: as });

async function rowOf(response: Response, number: string): Promise<readonly unknown[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await response.arrayBuffer()) as never);
  const rows = book.getWorksheet("Actions")?.getRows(2, 30) ?? [];
  const found = rows.find((row) => row.getCell(1).value === number);
  return Array.isArray(found?.values) ? found.values.slice(1) : [];
}

test("the workbook says what the plan says today", async () => {
  const response = await ask("format=xlsx");
  expect(response.headers.get("content-disposition")).toMatch(
    /attachment; filename="plan-climat-commune-de-saint-export-\d{4}-\d{2}-\d{2}\.xlsx"/,
  );
  const row = await rowOf(response, "3.1.1.5.2");
  // Potential, done, planned, not done, unfilled: a third of 20 % of 10 points.
  expect(row.slice(5, 10)).toEqual([0.667, 0, 0.667, 0, 0]);
  expect(row).toContain("Programmé");
});

test("or what a snapshot kept", async () => {
  const row = await rowOf(await ask(`format=xlsx&snapshot=${snapshot}`), "3.1.1.5.2");
  expect(row.slice(5, 10)).toEqual([0.667, 0.667, 0, 0, 0]);
  expect(row).toContain("Fait");
});

test("the synthesis tells what moved since", async () => {
  const bytes = new Uint8Array(await (await ask("format=pdf")).arrayBuffer());
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  expect(text.replace(/\s+/g, " ")).toContain("Ce qui a changé depuis « Avant l’été »");
});

test("the table of actions is a text", async () => {
  const response = await ask("format=csv");
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const lines = (await response.text()).trim().split("\r\n");
  expect(lines).toHaveLength(1 + 25);
  expect(lines.find((line) => line.startsWith("3.1.1.5.2;"))).toContain(";Programmé;");
});

test.for<[string, string, number, string]>([
  ["no format", "", 400, "INVALID_REQUEST"],
  ["another format", "format=docx", 400, "INVALID_REQUEST"],
  ["no snapshot of this id", "format=csv&snapshot=01890000-0000-7000-8000-00000000ffff", 404, "NOT_FOUND"],
  ["what is no id", "format=csv&snapshot=avant", 404, "NOT_FOUND"],
])("%s is refused", async ([, query, status, code]) => {
  await expectRefusal(await ask(query), status, code);
});

test("nobody else's plan, nor a snapshot of it, can be taken away", async () => {
  const stranger = await createTestCollectivity();
  const foreign = await stranger.users.admin.key("write");
  await expectRefusal(await ask("format=xlsx", foreign), 404, "NOT_FOUND");
  const address = `/api/v1/collectivities/${stranger.id}/climate-plan/export?format=csv&snapshot=${snapshot}`;
  await expectRefusal(await callApi(address, { key: foreign }), 404, "NOT_FOUND");
});
