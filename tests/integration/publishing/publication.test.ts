import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { insertParticipant } from "@/lib/data/participant-writing";
import { listPublicationDecisions } from "@/lib/data/publications";
import { civilDate } from "@/lib/domain/time/civil-date";
import { closePeriod } from "@/lib/services/periods/close-period";
import { reopenPeriod } from "@/lib/services/periods/reopen-period";
import { changePublication } from "@/lib/services/publishing/change-publication";
import { previewPublication } from "@/lib/services/publishing/preview-publication";
import { readPublication } from "@/lib/services/publishing/read-publication";
import { editParticipant } from "@/lib/services/registry/edit-participant";
import { handOverMeteringPoint } from "@/lib/services/registry/hand-over-metering-point";
import { takeOverDays } from "@/lib/services/registry/take-over-days";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { readSettledRun } from "../../support/settle-test-period";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const [JUNE, JULY] = [civilDate("2026-06-01"), civilDate("2026-06-03")];
const DAYS = ["2026-06-01", "2026-07-02"] as const;
const ON = { isOn: true, sentence: null, isIndexed: true };

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, {
    startDay: JUNE,
    monthlyAnniversaryDay: 3,
    key: "default",
    perimeter: { Toiture: ["producer"], A: ["consumer"], B: ["consumer"], C: ["consumer"], D: ["consumer"] },
  });
});

const admin = () => collectivity.users.admin.actor;
const change = (decision: Partial<typeof ON> = {}) => changePublication(operation.id, admin(), { ...ON, ...decision });
const published = () => readPublication(operation.sheet.slug);
const months = async () => (await published())?.figures.months ?? [];

/** Measures, settles and closes both periods: the roof gives 4 Wh each half-hour, a site draws 2. */
async function closeBoth(): Promise<void> {
  const points = ["A", "B", "C", "D"].map((point) => ({ point, days: DAYS, energyWh: 2 }));
  await importTestCurves(operation, [{ point: "Toiture", days: DAYS, energyWh: 4 }, ...points]);
  for (const from of [JUNE, JULY]) {
    await readSettledRun(operation, from);
    await closePeriod(operation.id, admin(), from);
  }
}

/** Gives a site to a resident of its own, from a day on when asked. */
async function hand(point: string, from = JUNE): Promise<void> {
  const [id, { id: pointId }] = [randomUUID(), operation.point(point)];
  await sql("INSERT INTO participant (operation_id, id, kind, name) VALUES ($1, $2, 'natural', 'Résident')", [
    operation.id,
    id,
  ]);
  await sql(
    "UPDATE attachment SET participant_id = $3, from_day = $4 WHERE operation_id = $1 AND metering_point_id = $2",
    [operation.id, pointId, id, from],
  );
}

test("nothing is public until it is switched on, and nothing any more once it is off", async () => {
  await closeBoth();
  expect(await published()).toBeNull();
  await change();
  expect(await months()).toHaveLength(2);
  await change({ isOn: false });
  expect(await published()).toBeNull();
  const decisions = await listPublicationDecisions(operation.id);
  expect(decisions.map(({ isOn, authorName }) => [isOn, authorName])).toEqual([
    [false, "Personne des tests (admin)"],
    [true, "Personne des tests (admin)"],
  ]);
});

test("the buildings of a commune are public, as the run stored them", async () => {
  await closeBoth();
  await change();
  const [july, june] = await months();
  expect(june).toMatchObject({ productionWh: 96 * 4, withdrawalWh: 96 * 8, selfConsumedWh: 96 * 4, surplusWh: 0 });
  expect(june).toMatchObject({ complementWh: 96 * 4, selfConsumptionRate: 1, selfProductionRate: 0.5, version: 1 });
  expect(july?.period).toEqual({ from: JULY, toExclusive: "2026-07-03" });
  const { figures } = (await published()) ?? {};
  expect(figures?.total).toMatchObject({ monthCount: 2, productionWh: 32 * 48 * 4 });
  expect(figures?.meanDay?.productionWh).toEqual(Array.from({ length: 24 }, () => 8));
  expect(figures?.participants).toEqual({ publicBodies: 1, otherBodies: 0, residents: 0 });
});

test("a period that is closed comes by itself, one that is reopened goes at once", async () => {
  await change();
  expect(await months()).toEqual([]);
  await closeBoth();
  expect(await months()).toHaveLength(2);
  await reopenPeriod(operation.id, admin(), JULY, "Mesures corrigées par Enedis");
  expect((await months()).map(({ period }) => period.from)).toEqual([JUNE]);
});

test("a single resident among public buildings holds the withdrawal back, and all that was shared", async () => {
  await hand("A");
  await closeBoth();
  await change();
  for (const month of await months()) {
    expect(month).toMatchObject({ productionWh: expect.any(Number), withdrawalWh: null, selfConsumedWh: null });
    expect(month).toMatchObject({ surplusWh: null, complementWh: null, coverageRate: null });
  }
  const { figures } = (await published()) ?? {};
  expect([figures?.total, figures?.meanDay]).toEqual([null, null]);
  expect(figures?.participants).toEqual({ publicBodies: 1, otherBodies: 0, residents: null });
});

test("a roof that does not inject yet hides nobody", async () => {
  const perimeter = { T1: ["producer"], T2: ["producer"], T3: ["producer"], A: ["consumer"] } as const;
  operation = await createTestOperation(collectivity, {
    startDay: JUNE,
    monthlyAnniversaryDay: 3,
    key: "default",
    perimeter,
  });
  for (const point of ["T1", "T2", "T3"]) await hand(point);
  const energies = [4, 0, 0].map((energyWh, index) => ({ point: `T${index + 1}`, days: DAYS, energyWh }));
  await importTestCurves(operation, [...energies, { point: "A", days: DAYS, energyWh: 2 }]);
  await readSettledRun(operation, JUNE);
  await closePeriod(operation.id, admin(), JUNE);
  await change();
  expect(await months()).toMatchObject([{ productionWh: null, withdrawalWh: 96 * 2, selfConsumedWh: null }]);
});

test("a key that gives one resident of three a share hides what was shared, and no measure", async () => {
  const perimeter = { Toiture: ["producer"], A: ["consumer"], B: ["consumer"], C: ["consumer"] } as const;
  const key = { A: 500_000, B: 0, C: 0 };
  operation = await createTestOperation(collectivity, { startDay: JUNE, monthlyAnniversaryDay: 3, key, perimeter });
  for (const point of ["A", "B", "C"]) await hand(point);
  const points = ["A", "B", "C"].map((point) => ({ point, days: DAYS, energyWh: 2 }));
  await importTestCurves(operation, [{ point: "Toiture", days: DAYS, energyWh: 4 }, ...points]);
  await readSettledRun(operation, JUNE);
  await closePeriod(operation.id, admin(), JUNE);
  await change();
  const [june] = await months();
  expect(june).toMatchObject({ productionWh: 96 * 4, withdrawalWh: 96 * 6, selfConsumedWh: null, complementWh: null });
  expect(june).toMatchObject({ selfConsumptionRate: null, selfProductionRate: null, coverageRate: null });
});

test("the month in which one enters beside three is held back, and the preview says so before", async () => {
  for (const point of ["A", "B", "C"]) await hand(point);
  await hand("D", JULY);
  await closeBoth();
  const { months: planned, figures } = await previewPublication(operation.id);
  expect(planned.map(({ withdrawal }) => withdrawal)).toEqual(["isolates", "shown"]);
  await change();
  expect((await published())?.figures).toEqual(figures);
  expect((await months()).map(({ withdrawalWh }) => withdrawalWh === null)).toEqual([true, false]);
});

test("a month is judged anew when the operator's days of a stay are taken over", async () => {
  for (const point of ["A", "B", "C", "D"]) await hand(point);
  await closeBoth();
  await change();
  const countJudgements = () => sql("SELECT FROM published_month WHERE operation_id = $1", [operation.id]);
  expect(await countJudgements()).toHaveLength(2);
  const ours = { from: JUNE, toExclusive: null };
  const taken = { prm: operation.point("D").prm, role: "consumer", ours, theirs: { ...ours, from: JULY } } as const;
  await takeOverDays(operation, admin(), [taken]);
  expect(await countJudgements()).toHaveLength(4); // June has another holder, and July is held against June
  expect((await published())?.figures).toEqual((await previewPublication(operation.id)).figures);
});

test("who was added to a month that was public already does not follow from its next version", async () => {
  for (const point of ["A", "B", "C"]) await hand(point);
  await hand("D", JULY);
  await closeBoth();
  await change();
  await reopenPeriod(operation.id, admin(), JUNE, "Un site oublié");
  await sql("UPDATE attachment SET from_day = $3 WHERE operation_id = $1 AND metering_point_id = $2", [
    operation.id,
    operation.point("D").id,
    JUNE,
  ]);
  expect(await readSettledRun(operation, JUNE)).toMatchObject({ version: 2 });
  await closePeriod(operation.id, admin(), JUNE);
  expect((await months()).at(-1)).toMatchObject({ period: { from: JUNE }, version: 2, withdrawalWh: null });
});

test("the corrected measures of one resident do not follow from two versions", async () => {
  for (const point of ["A", "B", "C"]) await hand(point);
  await closeBoth();
  await change();
  await reopenPeriod(operation.id, admin(), JUNE, "Mesures corrigées par Enedis");
  await importTestCurves(operation, [{ point: "A", days: [JUNE, JUNE], energyWh: 1 }]);
  expect(await readSettledRun(operation, JUNE)).toMatchObject({ version: 2 });
  await closePeriod(operation.id, admin(), JUNE);
  expect((await months()).at(-1)).toMatchObject({ version: 2, productionWh: 96 * 4, withdrawalWh: null });
});

test("what a period publishes is written with its closing, or neither is", async () => {
  await change();
  await closeBoth();
  const rows = await sql<{ together: boolean }>(
    `SELECT c.xmin::text = m.xmin::text AS together FROM period_closing c
       JOIN published_month m ON m.operation_id = c.operation_id AND m.run_id = c.run_id WHERE c.operation_id = $1`,
    [operation.id],
  );
  expect(rows).toEqual([{ together: true }, { together: true }]);
});

test("a site told later to have been a resident’s is held back at once", async () => {
  await closeBoth();
  await change();
  expect((await months()).map(({ withdrawalWh }) => withdrawalWh)).toEqual([30 * 48 * 8, 96 * 8]);
  const details = {
    kind: "natural",
    name: "Résident",
    legalId: null,
    address: null,
    email: null,
    phone: null,
  } as const;
  const participantId = await insertParticipant(operation.id, admin(), { ...details, isTenant: false });
  await handOverMeteringPoint(operation, admin(), { prm: operation.point("A").prm, participantId, day: JULY });
  expect((await months()).map(({ withdrawalWh }) => withdrawalWh)).toEqual([null, 96 * 8]);
  expect((await published())?.figures.participants).toMatchObject({ residents: null });
});

test("a participant whose SIRET was not the commune’s is protected as soon as it is corrected", async () => {
  await closeBoth();
  await change();
  const [row] = await sql<{ id: string }>("SELECT id FROM participant WHERE operation_id = $1", [operation.id]);
  const details = { kind: "legal", name: "Une entreprise", address: null, email: null, phone: null } as const;
  const edit = (legalId: string) =>
    editParticipant(operation, admin(), row?.id ?? "", { ...details, legalId, isTenant: false });
  await edit("35600000049837");
  expect(await months()).toMatchObject([{ productionWh: null }, { productionWh: null }]);
  await edit("21669999100016");
  expect(await months()).toMatchObject([{ withdrawalWh: 30 * 48 * 8 }, { withdrawalWh: 96 * 8 }]);
});

test("what was decided and published can be changed by no statement", async () => {
  await closeBoth();
  await change();
  for (const table of ["publication", "published_month"]) {
    await expect(sql(`DELETE FROM ${table} WHERE operation_id = $1`, [operation.id])).rejects.toThrow();
    await expect(sql(`UPDATE ${table} SET id = id WHERE operation_id = $1`, [operation.id])).rejects.toThrow();
  }
});

test("the trail says what was published by id only", async () => {
  await closeBoth();
  await change();
  const events = await sql<{ action: string; after: unknown }>(
    "SELECT action, after FROM audit_event WHERE operation_id = $1 AND action LIKE '%publish.%' ORDER BY at",
    [operation.id],
  );
  expect(events.map(({ action }) => action)).toEqual(["publish.operation", "publish.period", "publish.period"]);
  expect(events[0]?.after).toEqual({ isOn: true, isIndexed: true });
});
