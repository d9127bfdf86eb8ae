import { beforeAll, expect, test } from "vitest";
import type { OwnParticipant } from "@/lib/data/scope";
import { civilDate } from "@/lib/domain/time/civil-date";
import { authenticate } from "@/lib/server/authenticate";
import { authorizeCallerAsParticipant } from "@/lib/server/authorize-participant";
import { readOwnComparison } from "@/lib/services/participant-space/read-own-comparison";
import { closePeriod } from "@/lib/services/periods/close-period";
import { reopenPeriod } from "@/lib/services/periods/reopen-period";
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
const APRIL = civilDate("2026-04-01");
/** March has an hour less than 31 days. */
const MARCH_STEPS = 31 * 48 - 2;

let collectivity: TestCollectivity;
let operation: TestOperation;
const homes = Array.from({ length: 7 }, () => nextPrm());

/** Seven homes with a tenth of one roof each, and the town hall. The first draws 100 Wh a step, the next 200 and so on. */
beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity, { startDay: MARCH });
  const residents = homes.map((prm, index) => {
    return [`Maison ${index}`, { prm, name: `Foyer ${index}`, legalId: null, coefficientPpm: 100_000 }] as const;
  });
  const consumers = { Mairie: { coefficientPpm: 200_000 }, École: { coefficientPpm: 100_000 } };
  const file = await annex2File(operation, { consumers: { ...consumers, ...Object.fromEntries(residents) } });
  const { status, problems } = await applyTestAnnex2(operation, file, MARCH);
  if (status !== "applied") throw new Error(JSON.stringify(problems));
  const days = ["2026-03-01", "2026-04-30"] as const;
  const imported = await importTestFiles(operation, [
    ...["Toiture", "Mairie", "École"].map((point) => namedCurveFile(operation, { point, days, energyWh: 500 })),
    ...homes.map((prm, index) =>
      testCurveFile({ identifier: prm, quantity: "withdrawal", days, energyWh: (index + 1) * 100 }),
    ),
  ]);
  if (imported.status !== "done") throw new Error(JSON.stringify(imported.problems));
  for (const from of [MARCH, APRIL]) await settleTestPeriod(operation, from);
}, 60_000);

async function proofOf(prm: string): Promise<OwnParticipant> {
  const [row] = await sql<{ id: string }>(
    "SELECT participant_id AS id FROM metering_point WHERE operation_id = $1 AND prm = $2",
    [operation.id, prm],
  );
  const user = await createParticipantUser(operation.id, row?.id ?? "");
  const caller = await authenticate(new Headers({ cookie: await user.cookie() }));
  return (await authorizeCallerAsParticipant(caller, row?.id ?? "")).own;
}

const actor = () => collectivity.users.admin.actor;

test("compares homes with homes once a month is closed, and says why not where somebody could be found", async () => {
  const own = await proofOf(homes[0] ?? "");
  expect(await readOwnComparison(own)).toEqual([]);

  await closePeriod(operation.id, actor(), MARCH);
  const [march, none] = await readOwnComparison(own);
  // A tenth of 500 Wh of the roof: 50 Wh of the 100 of the first, and of the 450 that the others draw on average.
  const ownKwh = Math.round((MARCH_STEPS * 100) / 1000);
  const othersKwh = Math.round((MARCH_STEPS * 450) / 1000);
  expect(march).toMatchObject({
    ...{ kind: "household", monthCount: 1, state: "shown" },
    own: { consumedKwh: ownKwh, sharePercent: 50 },
    others: { count: 6, consumedKwh: othersKwh, sharePercent: 11 },
  });
  expect(none).toBeUndefined();

  await closePeriod(operation.id, actor(), APRIL);
  expect(await readOwnComparison(own)).toMatchObject([
    { monthCount: 1, span: { from: APRIL }, state: "shown" },
    { monthCount: 2, span: { from: MARCH }, state: "shown" },
  ]);
  // The town alone of its kind.
  const [town] = await readOwnComparison(await proofOf(operation.point("Mairie").prm));
  expect(town).toMatchObject({ kind: "public_body", state: "withheld", reason: "too_few" });

  // A month that is open again is shown no more, but was.
  await reopenPeriod(operation.id, actor(), APRIL, "Une mesure était fausse.");
  const corrected = testCurveFile({
    ...{ identifier: homes[3] ?? "", quantity: "withdrawal", days: ["2026-04-02", "2026-04-02"], energyWh: 900 },
  });
  await importTestFiles(operation, [corrected]);
  await settleTestPeriod(operation, APRIL);
  expect(await readOwnComparison(own)).toMatchObject([{ monthCount: 1, span: { from: MARCH }, state: "shown" }]);
  await closePeriod(operation.id, actor(), APRIL);
  const again = await readOwnComparison(own);
  expect(again.map((compared) => compared.state === "withheld" && compared.reason)).toEqual(["corrected", "corrected"]);
});

test("finds nothing when the ids of two participants are mixed", async () => {
  const stranger = await createTestOperation(collectivity);
  expect(await readOwnComparison({ ...(await proofOf(homes[0] ?? "")), operationId: stranger.id })).toEqual([]);
});
