import { beforeAll, beforeEach, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readCoefficients } from "@/lib/services/coefficients/read-coefficients";
import { setCoefficientKey } from "@/lib/services/coefficients/set-coefficient-key";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";

const START = civilDate("2026-03-01");
const LATER = civilDate("2026-05-01");

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: START });
});

function setKey(kind: "static" | "default", from = START, shares: Readonly<Record<string, number>> = {}) {
  const ppmByConsumer = new Map(Object.entries(shares).map(([name, ppm]) => [operation.point(name).id, ppm]));
  return setCoefficientKey(operation, collectivity.users.officer.actor, { kind, from, ppmByConsumer });
}

test("a key holds from its day on, and the one before until then", async () => {
  await setKey("static", START, { Mairie: 600_000, École: 400_000 });
  await setKey("default", LATER);
  const before = await readCoefficients(operation.id, civilDate("2026-04-30"));
  expect(before.inForce).toMatchObject({ kind: "static", from: START, toExclusive: LATER });
  expect(before.consumers.map(({ name, ppm }) => [name, ppm])).toEqual([
    ["École", 400_000],
    ["Mairie", 600_000],
  ]);
  const after = await readCoefficients(operation.id, LATER);
  expect(after.inForce).toMatchObject({ kind: "default", from: LATER, toExclusive: null });
  expect(after.consumers.map(({ ppm }) => ppm)).toEqual([null, null]);
  expect(after.keys.map(({ kind, isInForce }) => [kind, isInForce])).toEqual([
    ["default", true],
    ["static", false],
  ]);
});

test("a default key keeps none of the shares that were typed before it was chosen", async () => {
  await setKey("default", START, { Mairie: 600_000 });
  const { inForce, consumers } = await readCoefficients(operation.id, START);
  expect([inForce?.kind, ...consumers.map(({ ppm }) => ppm)]).toEqual(["default", null, null]);
});

const REFUSED: readonly { what: string; code: string; from: string; shares: Readonly<Record<string, number>> }[] = [
  { what: "a day before the operation", code: "BEFORE_START", from: "2026-02-28", shares: {} },
  { what: "a share for a producer", code: "UNKNOWN_METERING_POINT", from: "2026-03-01", shares: { Toiture: 1 } },
  {
    what: "more than the whole",
    code: "COEFFICIENTS_ABOVE_ONE",
    from: "2026-03-01",
    shares: { Mairie: 1e6, École: 1 },
  },
  { what: "a negative share", code: "INVALID_COEFFICIENT", from: "2026-03-01", shares: { Mairie: -1, École: 1 } },
  { what: "half a ppm", code: "INVALID_COEFFICIENT", from: "2026-03-01", shares: { Mairie: 0.5 } },
];

test.for(REFUSED)("$what is refused ($code), and nothing changes", async ({ code, from, shares }) => {
  await expect(setKey("static", civilDate(from), shares)).rejects.toMatchObject({ code });
  expect((await readCoefficients(operation.id, START)).keys).toEqual([]);
});
