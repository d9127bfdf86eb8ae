import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dynamicKeyDeadline } from "@/lib/domain/coefficients/dynamic-key-deadline";
import { earliestEffectDay } from "@/lib/domain/coefficients/earliest-effect-day";
import { lastSendingDay } from "@/lib/domain/coefficients/last-sending-day";
import { requiresNotice } from "@/lib/domain/coefficients/requires-notice";
import { addWorkingDays } from "@/lib/domain/deadlines/add-working-days";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";

const anyDay = fc.integer({ min: 0, max: 3_650 }).map((offset) => addDays(civilDate("2024-01-01"), offset));

describe("the fourth working day after the anniversary", () => {
  test.for([
    ["an ordinary week", "2026-06-01", "2026-06-05"],
    ["over a week-end", "2026-06-04", "2026-06-10"],
    ["after 1 May 2026, a Friday", "2026-05-01", "2026-05-07"],
    ["after the bridge of Ascension 2026: Thursday 14 May is off, Friday 15 is worked", "2026-05-13", "2026-05-20"],
    ["over Christmas and New Year", "2025-12-24", "2025-12-31"],
    ["over Easter Monday 2027", "2027-03-25", "2027-04-01"],
  ] as const)("%s", ([, toExclusive, deadline]) => {
    expect(dynamicKeyDeadline({ toExclusive: civilDate(toExclusive) }, "metropolitan")).toBe(deadline);
  });
});

describe("the first day a change can apply", () => {
  test.for([
    ["sent on a Monday, three weeks later; the week-end before has the same notice", "2026-06-01", "2026-06-20"],
    ["sent on a Sunday, as on the Monday after", "2026-06-07", "2026-06-27"],
    ["over 14 July", "2026-07-01", "2026-07-23"],
  ] as const)("%s", ([, sent, earliest]) => {
    expect(earliestEffectDay(civilDate(sent), "metropolitan")).toBe(earliest);
  });

  test("is the first one whose notice of 15 working days reaches the day of the request", () => {
    fc.assert(
      fc.property(anyDay, (sent) => {
        const earliest = earliestEffectDay(sent, "metropolitan");
        expect(addWorkingDays(earliest, -15) >= sent).toBe(true);
        expect(addWorkingDays(addDays(earliest, -1), -15) < sent).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the last day to send", () => {
  test.for([
    ["three weeks before a Monday", "2026-06-22", "2026-06-01"],
    ["before a first day that is off", "2026-06-20", "2026-06-01"],
    ["over Christmas and New Year, both on Fridays", "2027-01-18", "2026-12-24"],
  ] as const)("%s", ([, from, last]) => {
    expect(lastSendingDay(civilDate(from), "metropolitan")).toBe(last);
  });

  test("reaches the wanted day, and the day after it does not", () => {
    fc.assert(
      fc.property(anyDay, (from) => {
        const last = lastSendingDay(from, "metropolitan");
        expect(earliestEffectDay(last, "metropolitan") <= from).toBe(true);
        expect(earliestEffectDay(addDays(last, 1), "metropolitan") > from).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

test.for([
  ["static", "static", true],
  ["static", "default", true],
  ["default", "dynamic_simple", true],
  ["dynamic_simple", "dynamic_simple", false],
  ["dynamic_full", "dynamic_simple", true],
  ["default", "default", false],
  [null, "default", false],
  [null, "static", true],
] as const)("from %s to %s, a notice is due: %s", ([before, after, isDue]) => {
  expect(requiresNotice(before, after)).toBe(isDue);
});
