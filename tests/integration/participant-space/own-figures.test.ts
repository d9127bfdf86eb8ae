import { extractText } from "unpdf";
import { beforeAll, describe, expect, test } from "vitest";
import { findMeteringPoint } from "@/lib/data/metering-points";
import type { OwnParticipant } from "@/lib/data/scope";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { authenticate } from "@/lib/server/authenticate";
import { authorizeCallerAsParticipant } from "@/lib/server/authorize-participant";
import { buildOwnStatements } from "@/lib/services/participant-space/build-own-statements";
import { readOwnDays } from "@/lib/services/participant-space/read-own-days";
import { readOwnMonths } from "@/lib/services/participant-space/read-own-months";
import { readOwnSituation } from "@/lib/services/participant-space/read-own-situation";
import { annex2File, applyTestAnnex2 } from "../../support/annex-2-file";
import { createParticipantUser } from "../../support/create-participant-user";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, nextPrm, type TestOperation } from "../../support/create-test-operation";
import { importTestFiles, namedCurveFile } from "../../support/import-test-files";
import { settleTestPeriod } from "../../support/settle-test-period";
import { testCurveFile } from "../../support/test-curve-file";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const MARCH = civilDate("2026-03-01");
const HANDED_OVER = civilDate("2026-03-16");
const TODAY = civilDate("2026-04-10");
const ADDRESS = "7 impasse des Lilas, 66999 Saint-Exemple-les-Vignes";
const FORMER = "Jeanne d’Exemple-Durand";
const NEXT = "Émile Suivant";
/** A step of her 15 days is 60 Wh, of his 16 days 10 Wh; the hour of the clock change is missing on 29 March. */
const HER_WH = 15 * 48 * 60;
const HIS_WH = (16 * 48 - 2) * 10;

let collectivity: TestCollectivity;
let operation: TestOperation;
let prm: string;
let hers: OwnParticipant;
let his: OwnParticipant;
let town: OwnParticipant;

const proofOf = async (participantId: string): Promise<OwnParticipant> => {
  const user = await createParticipantUser(operation.id, participantId);
  const caller = await authenticate(new Headers({ cookie: await user.cookie() }));
  return (await authorizeCallerAsParticipant(caller, participantId)).own;
};

async function apply(name: string, day: CivilDate): Promise<string> {
  const home = { prm, name, legalId: null, address: ADDRESS, coefficientPpm: 300_000 };
  const consumers = { Mairie: { coefficientPpm: 500_000 }, École: { coefficientPpm: 200_000 }, Maison: home };
  const { status, problems } = await applyTestAnnex2(operation, await annex2File(operation, { consumers }), day);
  if (status !== "applied") throw new Error(JSON.stringify(problems));
  return (await findMeteringPoint(operation.id, prm))?.participant.id ?? "";
}

const curve = (days: readonly [string, string], energyWh: number) =>
  testCurveFile({ identifier: prm, quantity: "withdrawal", days, energyWh });

/** A flat whose tenant changes in the middle of a settled month, beside two sites of the town. */
beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity, { startDay: MARCH });
  prm = nextPrm();
  const her = await apply(FORMER, MARCH);
  const towns = ["Toiture", "Mairie", "École"].map((point) =>
    namedCurveFile(operation, { point, days: ["2026-03-01", "2026-03-31"], energyWh: 100 }),
  );
  const { status, problems } = await importTestFiles(operation, [
    ...towns,
    curve(["2026-03-01", "2026-03-15"], 60),
    curve(["2026-03-16", "2026-03-31"], 10),
  ]);
  if (status !== "done") throw new Error(JSON.stringify(problems));
  await settleTestPeriod(operation, MARCH);
  const him = await apply(NEXT, HANDED_OVER);
  const [row] = await sql<{ id: string }>(
    "SELECT participant_id AS id FROM metering_point WHERE operation_id = $1 AND name = 'Mairie'",
    [operation.id],
  );
  [hers, his, town] = await Promise.all([proofOf(her), proofOf(him), proofOf(row?.id ?? "")]);
}, 30_000);

const readAll = async (own: OwnParticipant) => {
  const [months, situation] = await Promise.all([readOwnMonths(own), readOwnSituation(own, operation.sheet, TODAY)]);
  const [month] = months;
  if (!month || months.length > 1) throw new Error("one month was settled");
  return { month, situation, days: await readOwnDays(own, month.run) };
};

describe("a metering point that changed hands in the middle of a settled month", () => {
  test.for([
    { who: "the former", own: () => hers, wh: HER_WH, first: "2026-03-01", last: "2026-03-15", other: NEXT },
    { who: "the next", own: () => his, wh: HIS_WH, first: "2026-03-16", last: "2026-03-31", other: FORMER },
  ])("shows $who holder his own days and nothing of the other's", async ({ own, wh, first, last, other }) => {
    const { month, days, situation } = await readAll(own());
    expect(month.consumption).toMatchObject({ energyWh: wh, amountCents: null, isShortened: true });
    expect(month.production).toBeNull();
    expect(month.sources).toBeNull();
    const ownDays = days.consumption.map(({ day }) => day);
    expect([ownDays[0], ownDays.at(-1)]).toEqual([first, last]);
    expect(days.consumption.reduce((sum, { energyWh }) => sum + energyWh, 0)).toBe(wh);
    const shared = days.consumption.reduce((sum, { sharedWh }) => sum + sharedWh, 0);
    expect(month.consumption?.sharedWh).toBeCloseTo(shared, 6);
    // Neither the other's name, nor the sum of both from which his would follow.
    const told = JSON.stringify({ month, days, situation });
    expect(told).not.toContain(other);
    expect(told).not.toContain(String(HER_WH + HIS_WH));
  });

  test("calls the site as its holder does to its holder only", async () => {
    const [former, next] = [await readAll(hers), await readAll(his)];
    expect(former.situation.stays).toMatchObject([{ prm, site: null, from: MARCH, toExclusive: HANDED_OVER }]);
    expect(next.situation.stays).toMatchObject([{ prm, from: HANDED_OVER, toExclusive: null }]);
  });
});

test("adds up to what the run shared, roof by roof, for who held his points all month", async () => {
  const { month, days } = await readAll(town);
  const { consumption, production, sources } = month;
  expect(sources?.map(({ name }) => name)).toEqual(["Toiture"]);
  expect(sources?.[0]?.energyWh).toBeCloseTo(consumption?.sharedWh ?? Number.NaN, 6);
  expect(consumption?.isShortened).toBe(false);
  expect(days.production.reduce((sum, { energyWh }) => sum + energyWh, 0)).toBeCloseTo(production?.energyWh ?? 0, 6);
});

test("draws the statement of her days without the other's name, site or the producer's", async () => {
  const participant = { own: hers, sheet: operation.sheet, collectivity: { name: "Commune des tests" } };
  const file = await buildOwnStatements(participant, MARCH);
  if (!(file?.content instanceof Uint8Array)) throw new Error("no statement");
  const { text } = await extractText(Uint8Array.from(file.content), { mergePages: true });
  expect(text).toContain(FORMER);
  expect(text).toContain(prm);
  expect(text).not.toContain("Suivant");
  expect(await buildOwnStatements(participant, civilDate("2026-04-01"))).toBeNull();
});

test("names no roof that a private person holds, or once held", async () => {
  const [roof] = await sql<{ id: string }>(
    "SELECT id FROM metering_point WHERE operation_id = $1 AND name = 'Toiture'",
    [operation.id],
  );
  // Afterwards only: who holds a roof today may have given it his name.
  await sql("UPDATE metering_point SET participant_id = $3, name = $4 WHERE operation_id = $1 AND id = $2", [
    ...[operation.id, roof?.id, his.participantId, `Toit de ${NEXT}`],
  ]);
  const { month } = await readAll(town);
  expect(month.sources?.map(({ name }) => name)).toEqual([null]);
});

test("finds nothing when the ids of two participants are mixed", async () => {
  const stranger = await createTestOperation(collectivity);
  const mixed = { ...hers, operationId: stranger.id };
  expect(await readOwnMonths(mixed)).toEqual([]);
  expect(await readOwnSituation(mixed, operation.sheet, TODAY)).toMatchObject({ stays: [], currentPeriod: null });
});
