import { beforeAll, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readOperationMoney } from "@/lib/services/money/read-operation-money";
import { type NewPrice, setPrices } from "@/lib/services/money/set-prices";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { handOverMeteringPoint } from "@/lib/services/registry/hand-over-metering-point";
import { annex2File, applyTestAnnex2 } from "../../support/annex-2-file";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import type { TestOperation } from "../../support/create-test-operation";
import { createMeasuredOperation } from "../../support/measured-operation";
import { RESIDENT } from "../../support/registry-details";
import { readSettledRun } from "../../support/settle-test-period";

const OCTOBER = civilDate("2025-10-01");
const DAYS = ["2025-10-01", "2025-10-31"] as const;
const STEPS = 1490;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createMeasuredOperation(collectivity, DAYS);
  await readSettledRun(operation, OCTOBER);
}, 30_000);

const actor = () => collectivity.users.officer.actor;
const internal = (price: number, participantId: string | null = null): NewPrice => ({
  ...{ kind: "internal", from: OCTOBER, values: { BASE: price }, source: "contrat d’essai", participantId },
});

async function readIncome() {
  const window = { from: OCTOBER, toExclusive: civilDate("2025-11-01") };
  return (await readOperationMoney(operation.id, window)).months[0]?.internalCents;
}

// 40 Wh a step to the town hall, 30 to the school.
const cents = (energyWh: number, price: number) => Math.round((energyWh * STEPS * price) / 1e6);

test("the price of the next holder counts as soon as a metering point is handed over, whoever says it", async () => {
  const next = await addParticipant(operation, actor(), { ...RESIDENT, name: "Émile Suivant", email: null });
  await setPrices(operation.id, actor(), [internal(5_000), internal(9_000, next)]);
  expect(await readIncome()).toBe(cents(40, 5_000) + cents(30, 5_000));

  const { prm } = operation.point("École");
  await handOverMeteringPoint(operation, actor(), { prm, participantId: next, day: OCTOBER });
  expect(await readIncome()).toBe(cents(40, 5_000) + cents(30, 9_000));

  const upload = await annex2File(operation, {
    consumers: { Mairie: { coefficientPpm: 500_000 }, École: { coefficientPpm: 300_000 } },
  });
  const { status } = await applyTestAnnex2(operation, upload, OCTOBER);
  expect(status).toBe("applied");
  expect(await readIncome()).toBe(cents(40, 5_000) + cents(30, 5_000));
});
