import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { insertCoefficientKey } from "@/lib/data/coefficient-keys";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import { civilDate } from "@/lib/domain/time/civil-date";
import {
  coefficientListSchema,
  deliveryCoefficientsSchema,
  deliveryStepsSchema,
  putDeliveryAnswerSchema,
  putVersionAnswerSchema,
  stepAnswersSchema,
} from "@/lib/schemas/api/coefficients";
import { readSettlementInput } from "@/lib/services/read-settlement-input";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";

/** Three days around the change to winter time: 146 half-hours. */
const PERIOD = { from: civilDate("2025-10-25"), toExclusive: civilDate("2025-10-28") };
const STEPS = 146;

let collectivity: TestCollectivity;
let operation: TestOperation;
let key: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  key = await collectivity.users.officer.key("write");
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, {
    startDay: PERIOD.from,
    monthlyAnniversaryDay: 28,
    perimeter: { Toiture: ["producer"], Halle: ["producer"], Mairie: ["consumer"], École: ["consumer"] },
  });
});

const address = (rest = "") => `/api/v1/operations/${operation.accNumber}/coefficients${rest}`;
const put = (json: unknown) => callApi(address(), { method: "PUT", key, json });
const prm = (name: string) => operation.point(name).prm;
const row = (ppm: number | null, edits: Readonly<Record<number, number | null>> = {}) =>
  Array.from({ length: STEPS }, (_, step) => (step in edits ? (edits[step] ?? null) : ppm));

const hold = (kind: CoefficientKind) =>
  insertCoefficientKey(operation.id, collectivity.users.officer.actor, {
    kind,
    from: PERIOD.from,
    ppmByConsumer: new Map(),
  });

describe("a version of the key", () => {
  test("is a draft; said again for the same day, it is written over", async () => {
    const body = { kind: "static", from: "2026-09-01", ppm: { [prm("Mairie")]: 333_300, [prm("École")]: 666_700 } };
    const { version } = await expectAnswer(await put(body), 200, putVersionAnswerSchema);
    expect(version).toMatchObject({ version: 1, state: "draft", kind: "static", decimals: 2, ppm: body.ppm });
    const again = { ...body, reason: "Délibération", ppm: { [prm("Mairie")]: 1_000_000 } };
    await expectAnswer(await put(again), 200, putVersionAnswerSchema);
    const { versions } = await expectAnswer(await callApi(address(), { key }), 200, coefficientListSchema);
    expect(versions).toMatchObject([{ id: version.id, reason: "Délibération", ppm: again.ppm }]);
  });

  test.for<[string, Readonly<Record<string, number>>, string]>([
    ["an unknown PRM", { "99999999999999": 1 }, "UNKNOWN_METERING_POINT"],
    ["more than the whole", { Mairie: 1_000_000, École: 1 }, "COEFFICIENTS_ABOVE_ONE"],
    ["a part of a millionth", { Mairie: 0.5 }, "INVALID_COEFFICIENT"],
    ["a producer", { Toiture: 1 }, "UNKNOWN_METERING_POINT"],
  ])("refuses %s", async ([, shares, code]) => {
    const named = Object.entries(shares).map(([name, ppm]) => [/^\d/.test(name) ? name : prm(name), ppm]);
    await expectRefusal(await put({ kind: "static", from: "2026-09-01", ppm: Object.fromEntries(named) }), 422, code);
  });
});

describe("the coefficients of a period", () => {
  const month = (ppm: unknown, kind = "dynamic_simple") => put({ kind, periodFrom: PERIOD.from, ppm });

  test("need a key of their kind, a period, a value for each of the 50 half-hours, and a sum within the whole", async () => {
    const right = { [prm("Mairie")]: row(400_000), [prm("École")]: row(600_000) };
    await expectRefusal(await month(right), 422, "NOT_DYNAMIC");
    await hold("dynamic_simple");
    const off = await put({ kind: "dynamic_simple", periodFrom: "2025-10-26", ppm: right });
    await expectRefusal(off, 422, "UNKNOWN_PERIOD");
    const short = { ...right, [prm("École")]: row(600_000).slice(1) };
    await expectRefusal(await month(short), 422, "COEFFICIENTS_MISMATCH");
    const above = { ...right, [prm("École")]: row(600_000, { 50: 600_001 }) };
    const refusal = await month(above);
    expect((await refusal.clone().json()).error.details).toMatchObject({ step: 50, sumPpm: 1_000_001 });
    await expectRefusal(refusal, 422, "COEFFICIENTS_ABOVE_ONE");
    await expectAnswer(await month(right), 201, putDeliveryAnswerSchema);
  });

  test("are read back as they were given, and the draft before gives way", async () => {
    await hold("dynamic_simple");
    const ppm = { [prm("Mairie")]: row(400_000, { 3: null }), [prm("École")]: row(0) };
    await expectAnswer(await month({ [prm("Mairie")]: row(1) }), 201, putDeliveryAnswerSchema);
    const { delivery } = await expectAnswer(await month(ppm), 201, putDeliveryAnswerSchema);
    const read = await expectAnswer(
      await callApi(address(`/deliveries/${delivery.id}`), { key }),
      200,
      deliveryCoefficientsSchema,
    );
    expect(read.coefficients).toEqual({ kind: "dynamic_simple", ppm });
    const { deliveries } = await expectAnswer(await callApi(address(), { key }), 200, coefficientListSchema);
    expect(deliveries.map(({ version, state }) => [version, state])).toEqual([
      [2, "draft"],
      [1, "given_up"],
    ]);
  });

  test("go step by step and producer by producer; each step keeps its answer, and the settlement follows", async () => {
    await hold("dynamic_full");
    const consumers = { [prm("Mairie")]: row(400_000), [prm("École")]: row(600_000) };
    const body = { [prm("Toiture")]: consumers, [prm("Halle")]: consumers };
    const { delivery } = await expectAnswer(await month(body, "dynamic_full"), 201, putDeliveryAnswerSchema);
    const path = `/deliveries/${delivery.id}`;
    const sent = await callApi(address(`${path}/send`), { key, json: { day: "2025-10-31" } });
    expect(await expectAnswer(sent, 200, putDeliveryAnswerSchema)).toMatchObject({ delivery: { state: "sent" } });
    const { steps, nextAfter } = await expectAnswer(
      await callApi(address(`${path}/steps?outcome=waiting`), { key }),
      200,
      deliveryStepsSchema,
    );
    expect([steps.length, nextAfter]).toEqual([2 * STEPS, null]);
    expect(steps[0]).toMatchObject({
      start: "2025-10-24T22:00:00.000Z",
      ppm: { [prm("Mairie")]: 400_000, [prm("École")]: 600_000 },
    });
    const answers = steps.map(({ id }, index) =>
      index === 0 ? { id, outcome: "rejected", rejection: "Pas hors délai" } : { id, outcome: "accepted" },
    );
    const say = () => callApi(address(`${path}/answers`), { key, json: { answers } });
    expect(await expectAnswer(await say(), 200, stepAnswersSchema)).toEqual({ answeredCount: 2 * STEPS });
    expect(await expectAnswer(await say(), 200, stepAnswersSchema)).toEqual({ answeredCount: 0 });
    const counts = await expectAnswer(await callApi(address(path), { key }), 200, deliveryCoefficientsSchema);
    expect(counts.steps).toEqual({ waiting: 0, accepted: 2 * STEPS - 1, rejected: 1 });
    // Accepted long after the fourth working day: as not notified, but for what the operator accepts as a whole.
    const { deliveries } = await readSettlementInput(operation.id, PERIOD, 30);
    expect(deliveries[0]?.rejectedSteps).toHaveLength(2 * STEPS);
  });

  test("are not sent twice, nor in the future, nor from another operation", async () => {
    await hold("dynamic_simple");
    const { delivery } = await expectAnswer(
      await month({ [prm("Mairie")]: row(400_000), [prm("École")]: row(600_000) }),
      201,
      putDeliveryAnswerSchema,
    );
    const send = (day: string, acc = operation.accNumber) =>
      callApi(`/api/v1/operations/${acc}/coefficients/deliveries/${delivery.id}/send`, { key, json: { day } });
    await expectRefusal(await send("2099-01-01"), 422, "INVALID_SENT_DAY");
    const other = await createTestOperation(collectivity);
    await expectRefusal(await send("2025-10-31", other.accNumber), 422, "UNKNOWN_DELIVERY");
    expect((await send("2025-10-31")).status).toBe(200);
    await expectRefusal(await send("2025-10-31"), 422, "DELIVERY_MOVE_REFUSED");
  });
});
