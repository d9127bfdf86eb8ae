import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findMeteringPoint } from "@/lib/data/metering-points";
import { findPerson } from "@/lib/data/personal-data";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { eraseParticipant } from "@/lib/services/personal-data/erase-participant";
import { exportParticipant } from "@/lib/services/personal-data/export-participant";
import { readRun } from "@/lib/services/read-run";
import { checkAnnex2 } from "@/lib/services/registry/check-annex-2";
import { exportAnnex2 } from "@/lib/services/registry/export-annex-2";
import { annex2File, applyTestAnnex2 } from "../../support/annex-2-file";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, nextPrm, type TestOperation } from "../../support/create-test-operation";
import { importTestFiles, namedCurveFile } from "../../support/import-test-files";
import { testStays } from "../../support/registry-by-hand";
import { settleTestPeriod } from "../../support/settle-test-period";
import { testCurveFile } from "../../support/test-curve-file";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const START = civilDate("2020-01-01");
const HANDED_OVER = civilDate("2020-01-16");
const KEPT_UNTIL = civilDate("2025-01-16");
const ADDRESS = "7 impasse des Lilas, 66999 Saint-Exemple-les-Vignes";
const FORMER = "Jeanne d’Exemple-Durand";
const NEXT = "Émile Suivant";

let collectivity: TestCollectivity;
let operation: TestOperation;
let prm: string;
let former: string;
let next: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

const actor = () => collectivity.users.officer.actor;

/** A flat whose tenant changes in the middle of a settled month: 31 days of curve, 15 of the first and 16 of the second. */
beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: START });
  prm = nextPrm();
  await apply(FORMER, START);
  former = (await findMeteringPoint(operation.id, prm))?.participant.id ?? "";
  const month = ["2020-01-01", "2020-01-31"] as const;
  const first = testCurveFile({
    identifier: prm,
    quantity: "withdrawal",
    days: ["2020-01-01", "2020-01-15"],
    energyWh: 60,
  });
  const second = testCurveFile({
    identifier: prm,
    quantity: "withdrawal",
    days: ["2020-01-16", "2020-01-31"],
    energyWh: 10,
  });
  const others = ["Toiture", "Mairie", "École"].map((point) =>
    namedCurveFile(operation, { point, days: month, energyWh: 100 }),
  );
  const { status, problems } = await importTestFiles(operation, [...others, first, second]);
  if (status !== "done") throw new Error(JSON.stringify(problems));
  await settleTestPeriod(operation, START);
  await apply(NEXT, HANDED_OVER);
  next = (await findMeteringPoint(operation.id, prm))?.participant.id ?? "";
});

async function workbook(name: string) {
  const home = { prm, name, legalId: null, address: ADDRESS, coefficientPpm: 300_000 };
  const consumers = { Mairie: { coefficientPpm: 500_000 }, École: { coefficientPpm: 200_000 }, Maison: home };
  return annex2File(operation, { consumers });
}

async function apply(name: string, day: typeof START): Promise<void> {
  const { status, problems } = await applyTestAnnex2(operation, await workbook(name), day);
  if (status !== "applied") throw new Error(JSON.stringify(problems));
}

const statementOf = async (participantId: string) => {
  const statement = await exportParticipant(
    { ...operation, collectivity: { name: "Commune des tests" } },
    actor(),
    participantId,
    new Date("2020-03-01T12:00:00Z"),
  );
  if (!statement) throw new Error("no such participant");
  return statement;
};

const daysLeft = () =>
  sql<{ first: string; last: string; count: number }>(
    `SELECT min(day)::text AS first, max(day)::text AS last, count(*)::int AS count FROM load_curve_day d
       JOIN metering_point p ON p.operation_id = d.operation_id AND p.id = d.metering_point_id
      WHERE d.operation_id = $1 AND p.participant_id = $2`,
    [operation.id, next],
  );

test("the stay is split, and the metering point counts without a gap", async () => {
  const point = await findMeteringPoint(operation.id, prm);
  expect(point?.stays).toMatchObject([
    { holder: { id: former, name: FORMER }, from: START, toExclusive: HANDED_OVER, exitCause: null },
    { holder: { id: next, name: NEXT }, from: HANDED_OVER, toExclusive: null },
  ]);
  expect(point?.name).toBe(NEXT);
  expect(await testStays(operation, prm)).toEqual([["consumer", START, null]]);
  const moves = await sql("SELECT moves_points FROM perimeter_change WHERE operation_id = $1 ORDER BY created_at", [
    operation.id,
  ]);
  expect(moves.at(-1)).toEqual({ moves_points: false });
});

test("the run of the month names both, one after the other", async () => {
  const run = await readRun(operation.id, { periodFrom: START });
  const flat = run?.consumers.find((consumer) => consumer.prm === prm);
  expect(flat?.participantName).toBe(`${FORMER} puis ${NEXT}`);
});

test("each one's export has his days, and nothing of the other", async () => {
  const [his, hers] = [await statementOf(next), await statementOf(former)];
  const dayWh = (energyWh: number, days: number) => energyWh * 48 * days;
  expect(hers.measuredMonths).toMatchObject([{ prm, month: "2020-01", knownWh: dayWh(60, 15) }]);
  expect(his.measuredMonths).toMatchObject([{ prm, month: "2020-01", knownWh: dayWh(10, 16) }]);
  expect(hers.settledPeriods).toMatchObject([{ from: START, toExclusive: HANDED_OVER, energyWh: dayWh(60, 15) }]);
  expect(his.settledPeriods).toMatchObject([{ from: HANDED_OVER, toExclusive: "2020-02-01", energyWh: dayWh(10, 16) }]);
  expect(hers.meteringPoints).toMatchObject([
    { prm, stays: [{ from: START, toExclusive: HANDED_OVER }], shares: [{ from: START, toExclusive: HANDED_OVER }] },
  ]);
  expect(his.meteringPoints).toMatchObject([
    { prm, stays: [{ from: HANDED_OVER, toExclusive: null }], shares: [{ from: HANDED_OVER, toExclusive: null }] },
  ]);
  expect(JSON.stringify(his)).not.toContain(FORMER);
  expect(JSON.stringify(hers)).not.toContain(NEXT);
  const curves = ({ files }: typeof his) => files.filter(({ kind }) => kind === "measures").map(({ sha256 }) => sha256);
  expect(curves(hers)).toHaveLength(1);
  expect(curves(his)).toHaveLength(1);
  expect(curves(his)).not.toEqual(curves(hers));
});

describe("five years after her stay", () => {
  const erase = (today: typeof START) => eraseParticipant(operation.id, actor(), former, { today, unboundToo: false });

  test("the retention job erases the former holder, and not a day before", async () => {
    expect(await erase(addDays(KEPT_UNTIL, -1))).toEqual({ status: "kept" });
    expect(await erase(KEPT_UNTIL)).toEqual({ status: "erased" });
    expect(await findPerson(operation.id, former)).toMatchObject({ name: "Participant effacé" });
  });

  test("the next one keeps his number, his name and his days", async () => {
    const kept = await statementOf(next);
    await erase(KEPT_UNTIL);
    expect(await findMeteringPoint(operation.id, prm)).toMatchObject({ name: NEXT, participant: { name: NEXT } });
    expect(await daysLeft()).toEqual([{ first: HANDED_OVER, last: "2020-01-31", count: 16 }]);
    const { measuredMonths, settledPeriods } = await statementOf(next);
    expect({ measuredMonths, settledPeriods }).toEqual({
      measuredMonths: kept.measuredMonths,
      settledPeriods: kept.settledPeriods,
    });
  });

  test("the files that name her are gone, his are not", async () => {
    const filesOf = async (id: string) => (await statementOf(id)).files.map(({ sha256 }) => sha256);
    const [hers, his] = [await filesOf(former), await filesOf(next)];
    await erase(KEPT_UNTIL);
    const purged = await sql<{ sha256: string }>(
      "SELECT encode(sha256, 'hex') AS sha256 FROM kept_file WHERE operation_id = $1 AND purged_at IS NOT NULL",
      [operation.id],
    );
    expect(purged.map(({ sha256 }) => sha256).sort()).toEqual([...new Set(hers)].sort());
    expect(await filesOf(next)).toEqual(his.filter((sha256) => !hers.includes(sha256)));
  });
});

test.for([
  [addDays(HANDED_OVER, -1), FORMER],
  [HANDED_OVER, NEXT],
] as const)("the annexe 2 of %s names the holder of that day, and comes back unchanged", async ([day, name]) => {
  const { bytes, name: fileName } = await exportAnnex2(operation, day, day);
  const { difference, problems } = await checkAnnex2(operation, { name: fileName, bytes }, day);
  expect(problems.errorCount).toBe(0);
  expect(difference).toMatchObject({ entered: [], left: [], changed: [], kind: null });
  const again = await checkAnnex2(operation, await workbook(name), day);
  expect(again.difference).toMatchObject({ entered: [], left: [], changed: [] });
});

test("a workbook of the very day that names her again undoes the change", async () => {
  await apply(FORMER, HANDED_OVER);
  expect((await findMeteringPoint(operation.id, prm))?.stays).toMatchObject([
    { holder: { id: former }, from: START, toExclusive: null },
  ]);
});
