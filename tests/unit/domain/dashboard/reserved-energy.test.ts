import { expect, test } from "vitest";
import { type KeyedDay, reservedEnergy } from "@/lib/domain/dashboard/reserved-energy";
import { civilDate } from "@/lib/domain/time/civil-date";

const stay = (from: string, to: string | null) => ({
  from: civilDate(from),
  toExclusive: to === null ? null : civilDate(to),
});
const days = (ppm: readonly (number | null)[], productionWh = 1_000): KeyedDay[] =>
  ppm.map((share, n) => ({
    day: civilDate(`2026-06-0${n + 1}`),
    productionWh,
    ppmByConsumer: share === null ? null : new Map([["school", share]]),
  }));

test.for([
  ["each day at its key", days([250_000, 500_000]), [stay("2026-01-01", null)], 750],
  ["only the days it counts", days([250_000, 500_000]), [stay("2026-06-02", "2026-07-01")], 500],
  ["nothing for who is not in the key", days([0]), [stay("2026-01-01", null)], 0],
  ["unknown under another kind of key", days([250_000, null]), [stay("2026-01-01", null)], null],
  ["known when that day is not its own", days([250_000, null]), [stay("2026-01-01", "2026-06-02")], 250],
  ["unknown without production", days([250_000], Number.NaN), [stay("2026-01-01", null)], null],
  ["unknown without a day", days([250_000]), [], null],
] as const)("what a key keeps for a consumer: %s", ([, settled, stays, expected]) => {
  expect(reservedEnergy("school", stays, settled)).toBe(expected);
});
