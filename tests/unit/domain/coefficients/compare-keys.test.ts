import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareKeys } from "@/lib/domain/coefficients/compare-keys";
import { keyBefore } from "@/lib/domain/coefficients/key-before";
import { civilDate } from "@/lib/domain/time/civil-date";

const staticKey = (shares: Readonly<Record<string, number>>) => ({
  kind: "static" as const,
  ppmByConsumer: new Map(Object.entries(shares)),
});
const DEFAULT = { kind: "default" as const, ppmByConsumer: new Map<string, number>() };

describe("two keys, consumer by consumer", () => {
  test("one stays, one comes, one goes; who is named with 0 is not who is not named", () => {
    expect(
      compareKeys(staticKey({ hall: 600_000, school: 400_000, gone: 0 }), staticKey({ hall: 500_000, pool: 250_000 })),
    ).toEqual({
      lines: [
        { meteringPointId: "hall", beforePpm: 600_000, afterPpm: 500_000, differencePpm: -100_000 },
        { meteringPointId: "pool", beforePpm: null, afterPpm: 250_000, differencePpm: 250_000 },
        { meteringPointId: "school", beforePpm: 400_000, afterPpm: null, differencePpm: -400_000 },
        { meteringPointId: "gone", beforePpm: 0, afterPpm: null, differencePpm: 0 },
      ],
      beforeSumPpm: 1_000_000,
      afterSumPpm: 750_000,
      differenceSumPpm: -250_000,
    });
  });

  test("a key without fixed values has nothing to compare, and no sum of 0", () => {
    expect(compareKeys(DEFAULT, staticKey({ hall: 1 }))).toEqual({
      lines: [{ meteringPointId: "hall", beforePpm: null, afterPpm: 1, differencePpm: null }],
      beforeSumPpm: null,
      afterSumPpm: 1,
      differenceSumPpm: null,
    });
    expect(compareKeys(DEFAULT, DEFAULT).lines).toEqual([]);
  });

  test("the differences add up to the difference of the sums", () => {
    const shares = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), fc.integer({ min: 0, max: 1_000_000 }));
    fc.assert(
      fc.property(shares, shares, (before, after) => {
        const { lines, differenceSumPpm } = compareKeys(staticKey(before), staticKey(after));
        expect(lines.reduce((sum, { differencePpm }) => sum + (differencePpm ?? Number.NaN), 0)).toBe(differenceSumPpm);
        expect(new Set(lines.map(({ meteringPointId }) => meteringPointId)).size).toBe(lines.length);
      }),
    );
  });
});

describe("the version that applies until another one", () => {
  const version = (id: string, from: string, state: Partial<Parameters<typeof keyBefore>[0][number]> = {}) => ({
    id,
    from: civilDate(from),
    toExclusive: null,
    progress: "sent" as const,
    isSuperseded: false,
    ...state,
  });
  const versions = [
    version("first", "2026-01-01", { toExclusive: civilDate("2026-06-01") }),
    version("second", "2026-06-01"),
    version("taken over", "2026-07-01", { isSuperseded: true }),
    version("draft", "2026-07-15", { progress: "draft" }),
  ];

  test.for([
    ["2026-08-01", "second"],
    ["2026-06-01", "first"],
    ["2026-03-01", "first"],
    ["2026-01-01", null],
  ] as const)("before %s: %s", ([from, id]) => {
    expect(keyBefore(versions, "draft", civilDate(from))?.id ?? null).toBe(id);
  });

  test("is never itself", () => {
    expect(keyBefore(versions, "second", civilDate("2026-12-01"))?.id).toBe("first");
  });
});
