import fc from "fast-check";
import { expect, test } from "vitest";
import type { KeyRule, TierSharing } from "@/lib/domain/coefficients/key-rule";
import { makeCoefficients } from "@/lib/domain/coefficients/make-coefficients";
import { makeProducerCoefficients } from "@/lib/domain/coefficients/make-producer-coefficients";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const WHOLE = 1_000_000;

/** A day of a few consumers, with missing measures, clock changes included. */
const someDay = fc
  .record({
    from: fc.constantFrom("2026-03-29", "2026-10-25", "2026-06-21"),
    consumers: fc.integer({ min: 1, max: 6 }),
    salt: fc.integer({ min: 1, max: 9_973 }),
    gaps: fc.boolean(),
    unitPpm: fc.constantFrom(1, 10, 100, 1_000),
  })
  .map(({ from, consumers, salt, gaps, unitPpm }) => {
    const day = civilDate(from);
    const axis = parisPeriodAxis(day, addDays(day, 1), 30);
    const curve = (n: number, scale: number) =>
      Float64Array.from({ length: axis.length }, (_, t) => {
        const value = ((t + 1) * (n + 3) * salt) % 1_009;
        if (gaps && value % 23 === 0) return Number.NaN;
        return value % 5 === 0 ? 0 : value * scale;
      });
    return {
      axis,
      unitPpm,
      consumerIds: Array.from({ length: consumers }, (_, j) => `c${j}`),
      withdrawalWh: Array.from({ length: consumers }, (_, j) => curve(j, 1)),
      productionWh: curve(17, consumers),
    };
  });

const someSharing = fc.constantFrom<TierSharing>({ kind: "equal" }, { kind: "pro_rata" });
const someRule = fc.oneof(
  fc.constant<KeyRule>({ kind: "pro_rata" }),
  fc.record({ cut: fc.integer({ min: 1, max: 3 }), first: someSharing, second: someSharing }).map(
    ({ cut, first, second }): KeyRule => ({
      kind: "tiers",
      tiers: [
        { consumerIds: ["c0", "c1", "c2"].slice(0, cut), sharing: first },
        { consumerIds: ["c0", "c1", "c2", "c3", "c4", "c5"].slice(cut), sharing: second },
      ],
    }),
  ),
);

test("every step gives away the whole at most, in multiples of the unit, for each of 46, 48 or 50 half-hours", () => {
  fc.assert(
    fc.property(someDay, fc.array(someRule, { minLength: 1, maxLength: 3 }), (day, rules) => {
      const producers = rules.map((rule) => ({ rule, productionWh: day.productionWh }));
      for (const { ppm, missingSteps, missingCount } of makeProducerCoefficients(producers, day)) {
        expect(missingSteps).toHaveLength(day.axis.length);
        expect(missingCount).toBe(missingSteps.filter((mark) => mark === 1).length);
        for (let t = 0; t < day.axis.length; t += 1) {
          const sum = ppm.reduce((total, row) => total + (row[t] as number), 0);
          expect(sum).toBeLessThanOrEqual(missingSteps[t] === 1 ? 0 : WHOLE);
          expect(ppm.every((row) => (row[t] as number) % day.unitPpm === 0)).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("pro rata is the default key up to the rounding", () => {
  fc.assert(
    fc.property(someDay, (day) => {
      const { ppm, missingSteps } = makeCoefficients({ kind: "pro_rata" }, day);
      for (let t = 0; t < day.axis.length; t += 1) {
        const needs = day.withdrawalWh.map((curve) => curve[t] as number);
        const sum = needs.reduce((a, b) => a + b, 0);
        expect(missingSteps[t] === 1).toBe(Number.isNaN(sum));
        for (const [j, need] of needs.entries()) {
          if (missingSteps[t] === 1) continue;
          expect(Math.abs((ppm[j]?.[t] as number) - (sum === 0 ? 0 : (need / sum) * WHOLE))).toBeLessThan(day.unitPpm);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("no second tier is given anything before the first one is served, and nobody more than he draws", () => {
  fc.assert(
    fc.property(someDay, someSharing, someSharing, (day, sharing, other) => {
      const [firstTier, rest] = [day.consumerIds.slice(0, 2), day.consumerIds.slice(2)];
      const tiers = [
        { consumerIds: firstTier, sharing },
        ...(rest.length > 0 ? [{ consumerIds: rest, sharing: other }] : []),
      ];
      const { ppm, missingSteps } = makeCoefficients({ kind: "tiers", tiers }, { ...day, unitPpm: 1 });
      for (let t = 0; t < day.axis.length; t += 1) {
        const producedWh = day.productionWh[t] as number;
        if (missingSteps[t] === 1 || producedWh === 0) continue;
        const given = ppm.map((row) => row[t] as number);
        const needed = day.withdrawalWh.map((curve) => ((curve[t] as number) * WHOLE) / producedWh);
        const isAtMost = (value: number, most: number) => Number.isNaN(most) || value <= most + 1;
        expect(given.every((value, j) => isAtMost(value, needed[j] as number))).toBe(true);
        if (given.slice(2).every((value) => value <= 1)) continue;
        expect(given.slice(0, 2).every((value, j) => isAtMost(needed[j] as number, value))).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test("consumers in another order get what they got, up to a tie of the rounding", () => {
  fc.assert(
    fc.property(someDay, someRule, (day, rule) => {
      const reversed = {
        ...day,
        consumerIds: day.consumerIds.toReversed(),
        withdrawalWh: day.withdrawalWh.toReversed(),
      };
      const [made, other] = [makeCoefficients(rule, day), makeCoefficients(rule, reversed)];
      expect(other.missingSteps).toEqual(made.missingSteps);
      const back = other.ppm.toReversed();
      for (const [j, row] of made.ppm.entries()) {
        for (const [t, value] of row.entries()) {
          expect(Math.abs(value - (back[j]?.[t] as number))).toBeLessThanOrEqual(day.unitPpm);
        }
      }
    }),
    { numRuns: 60 },
  );
});
