import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attemptLimits } from "@/lib/domain/access/attempt-limits";
import type { AttemptKind, AttemptRule } from "@/lib/domain/access/attempt-rule";
import { type AttemptCount, countAttempt } from "@/lib/domain/access/count-attempt";

const RULE: AttemptRule = { free: 3, waits: [60, 300, 900], memory: 3600 };
const KINDS: readonly AttemptKind[] = [
  "sign_in",
  "two_factor",
  "forgotten_password",
  "account_link",
  "email_change",
  "oidc_callback",
  "own_data",
  "own_statements",
  "own_complaint",
];

/** Knocks at each instant; how many times it was looked at. */
function knock(rule: AttemptRule, instantsMs: readonly number[]): readonly number[] {
  let counter: AttemptCount | null = null;
  const passed: number[] = [];
  for (const nowMs of instantsMs) {
    const { next } = countAttempt(counter, rule, nowMs);
    if (next) passed.push(nowMs);
    counter = next ?? counter;
  }
  return passed;
}

describe("countAttempt", () => {
  test("leaves the first tries free, then makes one wait by steps, the last of which repeats", () => {
    let counter: AttemptCount | null = null;
    let nowMs = 0;
    const waits: number[] = [];
    for (let tries = 0; tries < 7; tries += 1) {
      const { next } = countAttempt(counter, RULE, nowMs);
      counter = next as AttemptCount;
      waits.push((counter.openAtMs - nowMs) / 1000);
      nowMs = counter.openAtMs;
    }
    expect(waits).toEqual([0, 0, 60, 300, 900, 900, 900]);
  });

  test("says how long is left, and does not make it longer for who knocks meanwhile", () => {
    const counter = { count: 3, openAtMs: 60_000, forgetAtMs: 3_600_000 };
    expect(countAttempt(counter, RULE, 1)).toEqual({ waitMs: 59_999, next: null });
    expect(countAttempt(counter, RULE, 60_000).waitMs).toBe(0);
  });

  test("forgets what is old", () => {
    const counter = { count: 9, openAtMs: 0, forgetAtMs: 3_600_000 };
    expect(countAttempt(counter, RULE, 3_600_000).next?.count).toBe(1);
  });

  test("ends by itself, and never lets more through in a day than its rule says, however one knocks", () => {
    const day = 86_400_000;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: day }), { maxLength: 400 }), (instants) => {
        const sorted = instants.toSorted((a, b) => a - b);
        const passed = knock(RULE, sorted);
        // After the free ones at least a minute lies between two; patience of an hour starts anew.
        for (const [index, at] of passed.entries()) {
          const earlier = passed[index - RULE.free];
          if (earlier !== undefined) expect(at - earlier).toBeGreaterThanOrEqual(60_000);
        }
        const last = sorted.at(-1) ?? 0;
        expect(knock(RULE, [...sorted, last + 900_000]).length).toBe(passed.length + 1);
      }),
    );
  });
});

describe("attemptLimits", () => {
  test.for(KINDS)("of %s grow, and are remembered longer than one waits", (kind) => {
    for (const { free, waits, memory } of Object.values(attemptLimits(kind))) {
      expect(free).toBeGreaterThanOrEqual(3);
      expect(waits).toEqual(waits.toSorted((a, b) => a - b));
      expect(memory).toBeGreaterThanOrEqual(Math.max(...waits));
    }
  });

  test("let strangers guess a password 36 times in a day, the first ten included", () => {
    const everySecond = Array.from({ length: 86_400 }, (_, second) => second * 1000);
    expect(knock(attemptLimits("sign_in").account, everySecond).length).toBe(36);
  });
});
