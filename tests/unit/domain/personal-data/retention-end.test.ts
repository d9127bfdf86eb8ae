import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Retention, RetentionFacts } from "@/lib/domain/personal-data/retention";
import { retentionEnd } from "@/lib/domain/personal-data/retention-end";
import { addDays, type CivilDate, civilDate } from "@/lib/domain/time/civil-date";

const day = (text: string) => civilDate(text);
const stay = (from: string, to: string | null) => ({ from: day(from), toExclusive: to === null ? null : day(to) });
const consent = (given: string, expiry: string | null = null, withdrawn: string | null = null) => ({
  givenDay: day(given),
  expiryDay: expiry === null ? null : day(expiry),
  withdrawnDay: withdrawn === null ? null : day(withdrawn),
});
const kept = (lastBond: "stay" | "consent", endedOn: string, endDay: string): Retention => ({
  kind: "kept",
  lastBond,
  endedOn: day(endedOn),
  endDay: day(endDay),
});

const TODAY = day("2026-11-22");

const CASES: readonly (Partial<RetentionFacts> & { name: string; expected: Retention })[] = [
  { name: "nothing at all", expected: { kind: "unbound" } },
  {
    name: "an open stay",
    stays: [stay("2020-01-01", "2021-01-01"), stay("2026-01-01", null)],
    expected: { kind: "participating", until: null },
  },
  {
    name: "an exit planned for tomorrow",
    stays: [stay("2020-01-01", "2026-11-23")],
    expected: { kind: "participating", until: day("2026-11-23") },
  },
  {
    name: "a stay planned for later, with its end",
    stays: [stay("2027-01-01", "2027-02-01")],
    expected: { kind: "participating", until: day("2027-02-01") },
  },
  {
    name: "a stay that ends today",
    stays: [stay("2020-01-01", "2026-11-22")],
    expected: kept("stay", "2026-11-22", "2031-11-22"),
  },
  {
    name: "the last of two stays",
    stays: [stay("2022-01-01", "2023-05-01"), stay("2019-01-01", "2020-01-01")],
    expected: kept("stay", "2023-05-01", "2028-05-01"),
  },
  {
    name: "a consent without end: it ends with the stay",
    stays: [stay("2022-01-01", "2023-05-01")],
    consents: [consent("2021-12-01")],
    expected: kept("stay", "2023-05-01", "2028-05-01"),
  },
  {
    name: "a consent that outlives the stay",
    stays: [stay("2022-01-01", "2023-05-01")],
    consents: [consent("2021-12-01", "2027-12-01")],
    expected: kept("consent", "2027-12-01", "2032-12-01"),
  },
  {
    name: "a consent withdrawn before it expires",
    consents: [consent("2021-12-01", "2027-12-01", "2022-03-15")],
    expected: kept("consent", "2022-03-15", "2027-03-15"),
  },
  {
    name: "an agreement of somebody who never entered: five years from the signature",
    consents: [consent("2025-02-03")],
    expected: kept("consent", "2025-02-03", "2030-02-03"),
  },
  {
    name: "29 February",
    stays: [stay("2020-01-01", "2024-02-29")],
    expected: kept("stay", "2024-02-29", "2029-03-01"),
  },
];

test.for(CASES)("$name", ({ stays = [], consents = [], expected }) => {
  expect(retentionEnd({ stays, consents }, TODAY)).toEqual(expected);
});

describe("whatever happened", () => {
  const anyDay = fc.integer({ min: 0, max: 8000 }).map((count) => addDays(day("2015-01-01"), count));
  const later = (from: CivilDate) =>
    fc.option(
      fc.integer({ min: 1, max: 4000 }).map((count) => addDays(from, count)),
      { freq: 5 },
    );
  const facts = fc.record({
    stays: fc.array(
      anyDay.chain((from) => later(from).map((toExclusive) => ({ from, toExclusive }))),
      { maxLength: 4 },
    ),
    consents: fc.array(
      anyDay.chain((givenDay) =>
        fc.tuple(later(givenDay), later(givenDay)).map(([expiryDay, withdrawnDay]) => {
          return { givenDay, expiryDay, withdrawnDay };
        }),
      ),
      { maxLength: 4 },
    ),
  });

  test("nobody who takes part is erasable, and one more bond never shortens the time", () => {
    fc.assert(
      fc.property(facts, anyDay, ({ stays, consents }, today) => {
        const whole = retentionEnd({ stays, consents }, today);
        const isIn = stays.some(({ toExclusive }) => toExclusive === null || toExclusive > today);
        expect(whole.kind === "participating").toBe(isIn);
        if (whole.kind !== "kept") return;
        for (const { toExclusive } of stays) expect(whole.endedOn >= (toExclusive as CivilDate)).toBe(true);
        const fewer = retentionEnd({ stays, consents: consents.slice(1) }, today);
        if (fewer.kind === "kept") expect(fewer.endDay <= whole.endDay).toBe(true);
      }),
    );
  });
});
