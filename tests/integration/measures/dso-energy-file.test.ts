import { beforeAll, beforeEach, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { answerImport, confirmImport } from "@/lib/services/measures/answer-import";
import { readImport } from "@/lib/services/measures/read-import";
import { submitMeasures } from "@/lib/services/measures/submit-measures";
import { undoImport } from "@/lib/services/measures/undo-import";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { dsoEnergyUpload } from "../../support/dso-energy-upload";
import { importTestFiles } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const MARCH = { startDate: "2026-03-01", endDate: "2026-03-31" };
const CONSUMED = { cons: { HPH: 134.7, HCH: "8495,17" }, autocons: { HPH: 34.7, HCH: null } };

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: civilDate("2026-03-01") });
});

const prm = (name: string) => operation.point(name).prm;

const listFigures = () =>
  sql<{ name: string; quantity: string; from: string; to: string; label: string; wh: number }>(
    `SELECT p.name, e.quantity::text, e.period_from::text AS from, e.period_to::text AS to, e.tariff_period AS label,
            e.energy_wh AS wh
       FROM published_energy e JOIN metering_point p ON p.id = e.metering_point_id
      WHERE e.operation_id = $1 AND e.superseded_at IS NULL ORDER BY p.name, e.quantity, e.tariff_period`,
    [operation.id],
  );

test("an answer dropped by hand is read, whatever its name, and its days are those it gives", async () => {
  const imported = await importTestFiles(operation, [
    dsoEnergyUpload("reponse.json", { prm: prm("Mairie"), ...MARCH, energies: CONSUMED }),
    dsoEnergyUpload(`definitive_active_energy_${prm("Toiture")}.json`, {
      prm: prm("Toiture"),
      role: "producer",
      startDate: "2026-03-01",
      endDate: "2026-04-01", // the first day that no longer counts
      energies: { prod: { HPH: 900 }, autocons: { HPH: 34.7 }, surplus: { HPH: 865.3 } },
    }),
  ]);
  expect(imported.problems).toEqual([]);
  expect(imported.report.files).toMatchObject([
    { kind: "dso_energy", outcome: "imported", prm: prm("Mairie"), firstDay: "2026-03-01", lastDay: "2026-03-31" },
    { kind: "dso_energy", outcome: "imported", prm: prm("Toiture"), figureCount: 3 },
  ]);
  const days = { from: "2026-03-01", to: "2026-04-01" };
  expect(await listFigures()).toEqual([
    { name: "Mairie", quantity: "withdrawal", ...days, label: "HCH", wh: 8_495_170 },
    { name: "Mairie", quantity: "withdrawal", ...days, label: "HPH", wh: 134_700 },
    { name: "Mairie", quantity: "self_consumed", ...days, label: "HPH", wh: 34_700 },
    { name: "Toiture", quantity: "injection", ...days, label: "HPH", wh: 900_000 },
    { name: "Toiture", quantity: "self_produced", ...days, label: "HPH", wh: 34_700 },
    { name: "Toiture", quantity: "surplus", ...days, label: "HPH", wh: 865_300 },
  ]);
});

test("the same answer again changes nothing, another one corrects, and both can be undone", async () => {
  const answer = { prm: prm("Mairie"), ...MARCH, energies: CONSUMED };
  await importTestFiles(operation, [dsoEnergyUpload("a.json", answer)]);
  const again = await importTestFiles(operation, [dsoEnergyUpload("b.json", answer)]);
  expect(again.report.files).toMatchObject([{ outcome: "unchanged", newFigureCount: 0, correctedFigureCount: 0 }]);
  const energies = { ...CONSUMED, autocons: { HPH: 35 } };
  const corrected = await importTestFiles(operation, [dsoEnergyUpload("c.json", { ...answer, energies })]);
  expect(corrected.report.totals).toMatchObject({ newFigureCount: 0, correctedFigureCount: 1 });
  await undoImport(operation.id, collectivity.users.officer.actor, corrected.id);
  expect((await listFigures()).map(({ wh }) => wh)).toEqual([8_495_170, 134_700, 34_700]);
});

test.for([
  { what: "without dates", dates: {} },
  { what: "whose end may count or not", dates: { startDate: "2026-03-01", endDate: "2026-03-15" } },
])("an answer $what asks of which days it speaks", async ({ dates }) => {
  const upload = dsoEnergyUpload("reponse.json", { prm: prm("Mairie"), ...dates, energies: CONSUMED });
  const { actor } = collectivity.users.officer;
  const { importId } = await submitMeasures(operation.id, actor, [upload], true);
  const held = await readImport(operation.id, importId);
  expect(held?.report?.questions).toMatchObject([{ id: "period:reponse.json", kind: "period", answer: null }]);
  const replies = { "period:reponse.json": "2026-03-01/2026-03-14" };
  await answerImport(operation.id, actor, importId, { kinds: {}, replies });
  expect(await confirmImport(operation.id, actor, importId)).toBe(true);
  expect(await listFigures()).toMatchObject([{ to: "2026-03-15" }, { to: "2026-03-15" }, { to: "2026-03-15" }]);
});

test.for([
  ["names nobody", { ...MARCH, energies: CONSUMED }, ["UNNAMED_FILE"]],
  ["names another one", { prm: "01111111111111", ...MARCH, energies: CONSUMED }, ["PRM_NOT_IN_PERIMETER"]],
  ["has a day that is none", { startDate: "2026-02-30", endDate: "2026-03-31" }, ["DATE_UNREADABLE"]],
  ["has no energy", MARCH, ["NO_ENERGY"]],
  ["gives a consumer a production", { ...MARCH, energies: { prod: { HPH: 1 } } }, ["WRONG_ROLE"]],
] as const)("an answer that %s says so", async ([what, answer, codes]) => {
  const named = what === "names nobody" ? answer : { prm: prm("Mairie"), ...answer };
  const imported = await importTestFiles(operation, [dsoEnergyUpload("reponse.json", named)]);
  expect(imported.codes).toEqual(codes);
  expect(await listFigures()).toEqual([]);
});

test("of two calendars over the same energies one is read, and the other is named", async () => {
  const quantities = ["TURPE", "FOURNISSEUR"].map((calendar_type, index) => ({
    type: "cons",
    calendar_type,
    quantities: [{ name: "HPH", value: 10 + index }],
  }));
  const answer = { cons_id: prm("Mairie"), ...MARCH, unit: "kWh", quantities };
  const bytes = new TextEncoder().encode(JSON.stringify(answer));
  const imported = await importTestFiles(operation, [{ name: "reponse.json", bytes }]);
  expect(imported.codes).toEqual(["OTHER_CALENDARS"]);
  expect(imported.problems[0]?.message).toContain("FOURNISSEUR");
  expect(await listFigures()).toMatchObject([{ quantity: "withdrawal", label: "HPH", wh: 10_000 }]);
});
