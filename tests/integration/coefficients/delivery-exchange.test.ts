import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findDelivery } from "@/lib/data/coefficient-deliveries";
import { addDays, type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { answerDeliverySteps } from "@/lib/services/coefficients/answer-delivery-steps";
import { listDeliverySteps } from "@/lib/services/coefficients/list-delivery-steps";
import { makeMonthKey } from "@/lib/services/coefficients/make-month-key";
import { moveMonthKey } from "@/lib/services/coefficients/move-month-key";
import { readDeliveryExchange } from "@/lib/services/coefficients/read-delivery-exchange";
import { listPeriods } from "@/lib/services/list-periods";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import type { TestOperation } from "../../support/create-test-operation";
import { createDynamicOperation, OCTOBER, TWO_ROOFS } from "../../support/dynamic-operation";
import { importTestCurves } from "../../support/import-test-files";
import { readSettledRun, sharedByName } from "../../support/settle-test-period";

const TODAY = civilDate("2025-11-05");
/** After the fourth working day, 6 November. */
const LATE = civilDate("2025-11-07");
const { from } = OCTOBER;
const AXIS = parisPeriodAxis(OCTOBER.from, OCTOBER.toExclusive, 30);
const STEPS = 1_490;
/** Sunday 26 October: 02:00 in summer time, then again in winter time. */
const [FIRST_TWO, SECOND_TWO] = [1_204, 1_206];

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

const actor = () => collectivity.users.officer.actor;
const id = (name: string) => operation.point(name).id;
const prm = (name: string) => operation.point(name).prm;

/** The roof gives 40 Wh to the town hall first, then the market hall 20 pro rata of what is left; 30 and 90 are drawn. */
async function makeFull(): Promise<string> {
  operation = await createDynamicOperation(collectivity, { perimeter: TWO_ROOFS, kind: "dynamic_full" });
  const days = ["2025-10-01", "2025-10-31"] as const;
  await importTestCurves(operation, [
    { point: "Toiture", days, energyWh: 40 },
    { point: "Halle", days, energyWh: 20 },
    { point: "Mairie", days, energyWh: 30 },
    { point: "École", days, energyWh: 90 },
  ]);
  const hallFirst = [{ consumerIds: [id("Mairie")], sharing: { kind: "equal" as const } }];
  const others = [{ consumerIds: [id("École")], sharing: { kind: "equal" as const } }];
  const rule = {
    kind: "by_producer" as const,
    producers: [
      { producerId: id("Toiture"), rule: { kind: "tiers" as const, tiers: [...hallFirst, ...others] } },
      { producerId: id("Halle"), rule: { kind: "pro_rata" as const } },
    ],
  };
  return (await makeMonthKey(operation, actor(), { from, rule, unitPpm: 100 }, TODAY)).deliveryId;
}

const send = (deliveryId: string) =>
  moveMonthKey(operation.id, actor(), deliveryId, { move: "send", sentDay: TODAY }, TODAY);
const acceptAll = (deliveryId: string) =>
  moveMonthKey(operation.id, actor(), deliveryId, { move: "answer", state: "accepted", day: TODAY, note: null }, TODAY);

async function readExchange(deliveryId: string, day: CivilDate, after?: string) {
  const summary = await findDelivery(operation.id, deliveryId);
  if (!summary) throw new Error("not stored");
  return readDeliveryExchange(operation.id, summary, after, day);
}

/** Rejects what is transmitted of some steps, by the PRM of their producer; null: of every producer. */
async function reject(deliveryId: string, rejected: readonly (readonly [step: number, producer: string | null])[]) {
  const steps = await listDeliverySteps(operation.id, deliveryId, { limit: 2 * STEPS });
  const isRejected = ({ start, producerPrm }: (typeof steps)[number]) =>
    rejected.some(
      ([step, producer]) =>
        Date.parse(start) === AXIS.startMs + step * 1_800_000 && (producer === null || producer === producerPrm),
    );
  const answers = steps
    .filter(isRejected)
    .map((step) => ({ id: step.id, outcome: "rejected" as const, rejection: "Somme des coefficients" }));
  return answerDeliverySteps(operation.id, actor(), deliveryId, answers);
}

describe("full dynamic", () => {
  let deliveryId: string;

  beforeEach(async () => {
    deliveryId = await makeFull();
    await send(deliveryId);
  });

  test("a rejected producer is surplus, a step rejected whole has the default key, at either 02:00", async () => {
    await reject(deliveryId, [
      [FIRST_TWO, null],
      [SECOND_TWO, prm("Toiture")],
    ]);
    await acceptAll(deliveryId);
    const exchange = await readExchange(deliveryId, LATE);
    expect(exchange).toMatchObject({
      counts: { waiting: 2 * STEPS - 3, accepted: 0, rejected: 3 },
      ...{ notNotifiedCount: 0, isDelayOver: true, isSetAside: false, nextAfter: null },
    });
    const two = AXIS.startMs + FIRST_TWO * 1_800_000;
    const stood = exchange.rejected.map(({ stepMs, producerName, reason }) => [stepMs - two, producerName, reason]);
    expect(stood.slice(0, 2).toSorted((a, b) => String(a[1]).localeCompare(String(b[1])))).toEqual([
      [0, "Halle", "step_faulty"],
      [0, "Toiture", "step_faulty"],
    ]);
    expect(stood[2]).toEqual([3_600_000, "Toiture", "producer_step_faulty"]);

    const run = await readSettledRun(operation, from);
    expect(run.rules).toMatchObject([{ appliedKind: "dynamic_full", reason: "dynamic_values", deliveryId }]);
    expect(run.rules[0]?.exceptions?.map(({ reason }) => reason)).toEqual(["step_faulty", "producer_step_faulty"]);
    // 30 Wh each; at the first 02:00 60 Wh pro rata of 30 and 90, at the second one the market hall's 20 to the school.
    expect(sharedByName(run)).toEqual({
      Mairie: 30 * (STEPS - 2) + 15,
      École: 30 * (STEPS - 2) + 45 + 20,
      Toiture: 40 * (STEPS - 1),
      Halle: 20 * STEPS,
    });
  });

  test("what waits once the delay is over counts as not notified, until all is accepted", async () => {
    expect(await readExchange(deliveryId, TODAY)).toMatchObject({ isDelayOver: false, notNotifiedCount: 0 });
    expect(await readExchange(deliveryId, LATE)).toMatchObject({ isDelayOver: true, notNotifiedCount: 2 * STEPS });
    const run = await readSettledRun(operation, from);
    expect(sharedByName(run)).toMatchObject({ Mairie: 15 * STEPS, École: 45 * STEPS });

    await acceptAll(deliveryId);
    const states = await listPeriods(operation, LATE);
    expect(states.find(({ period }) => period.from === from)?.state).toBe("to_recompute");
    expect(await readExchange(deliveryId, LATE)).toMatchObject({ notNotifiedCount: 0 });
    expect(sharedByName(await readSettledRun(operation, from))).toMatchObject({
      Mairie: 30 * STEPS,
      École: 30 * STEPS,
    });
  });

  test("rejected messages are read fifty at a time; another operation has none", async () => {
    await reject(
      deliveryId,
      Array.from({ length: 40 }, (_, step) => [step, null] as const),
    );
    const first = await readExchange(deliveryId, TODAY);
    expect([first.rejected.length, first.nextAfter]).toEqual([50, first.rejected[49]?.id]);
    const second = await readExchange(deliveryId, TODAY, first.nextAfter ?? "");
    expect([second.rejected.length, second.nextAfter]).toEqual([30, null]);
    expect(new Set([...first.rejected, ...second.rejected].map((each) => each.id)).size).toBe(80);
    const other = await createDynamicOperation(collectivity);
    expect(await findDelivery(other.id, deliveryId)).toBeNull();
  });

  test("a corrected key sent in time takes its place", async () => {
    await reject(deliveryId, [[0, null]]);
    const rule = { kind: "pro_rata" as const };
    const producers = [id("Toiture"), id("Halle")].map((producerId) => ({ producerId, rule }));
    const making = { from, rule: { kind: "by_producer" as const, producers }, unitPpm: 100 as const };
    const corrected = (await makeMonthKey(operation, actor(), making, TODAY)).deliveryId;
    expect(await readExchange(deliveryId, TODAY)).toMatchObject({ isSetAside: false });
    await send(corrected);
    expect(await readExchange(deliveryId, TODAY)).toMatchObject({ isSetAside: true });
  });
});

test("dynamic simple through the interface: one message a step, the default key where it is rejected", async () => {
  operation = await createDynamicOperation(collectivity);
  const days = ["2025-10-01", "2025-10-31"] as const;
  await importTestCurves(operation, [
    { point: "Toiture", days, energyWh: 60 },
    { point: "Mairie", days, energyWh: 30 },
    { point: "École", days, energyWh: 90 },
  ]);
  const rule = { kind: "calendar" as const, entries: [], defaultShares: { [id("Mairie")]: 500_000 } };
  const making = { from, rule, unitPpm: 100 as const, channel: "api" as const };
  const { deliveryId } = await makeMonthKey(operation, actor(), making, TODAY);
  await send(deliveryId);
  await reject(deliveryId, [[SECOND_TWO, null]]);
  await acceptAll(deliveryId);
  expect(await readExchange(deliveryId, addDays(LATE, 1))).toMatchObject({
    counts: { waiting: STEPS - 1, rejected: 1 },
    rejected: [{ producerName: null, rejection: "Somme des coefficients", reason: "step_faulty" }],
  });
  expect(sharedByName(await readSettledRun(operation, from))).toMatchObject({
    Mairie: 30 * (STEPS - 1) + 15,
    École: 45,
  });
});
