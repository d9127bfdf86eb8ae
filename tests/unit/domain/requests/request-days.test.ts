import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerDueDay } from "@/lib/domain/requests/answer-due-day";
import { earliestWantedDay } from "@/lib/domain/requests/earliest-wanted-day";
import { expectedEffectDay } from "@/lib/domain/requests/expected-effect-day";
import { lastRequestDay } from "@/lib/domain/requests/last-request-day";
import { REQUEST_KINDS, type RequestKind } from "@/lib/domain/requests/request-kind";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";

// Convention Enedis-FOR-CF_01E; Easter Monday 2026 is 6 April, and 8, 14 and 25 May are holidays.
describe("the first day that can be asked for", () => {
  test.for<[RequestKind, string, string]>([
    ["perimeter", "2026-08-11", "2026-09-01"],
    ["coefficient_kind", "2026-12-23", "2027-01-15"],
    ["static_values", "2026-04-30", "2026-05-27"],
    ["suspension", "2026-12-25", "2027-01-04"],
    ["termination", "2026-12-31", "2027-02-28"],
  ])("%s sent on %s: %s", ([kind, sentDay, expected]) => {
    expect(earliestWantedDay(kind, civilDate(sentDay))).toBe(expected);
  });
});

describe("the last day to send", () => {
  test.for<[RequestKind, string, string]>([
    ["perimeter", "2026-09-01", "2026-08-11"],
    ["static_values", "2026-05-27", "2026-04-30"],
    ["suspension", "2027-01-04", "2026-12-25"],
    ["termination", "2027-02-28", "2026-11-30"],
    ["termination", "2026-05-31", "2026-02-28"],
  ])("%s for %s: %s", ([kind, wantedDay, expected]) => {
    expect(lastRequestDay(kind, civilDate(wantedDay))).toBe(expected);
  });

  const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays(civilDate("2024-01-01"), n));

  test("sent that day the effect is the wanted day, sent the day after it is too late", () => {
    fc.assert(
      fc.property(fc.constantFrom(...REQUEST_KINDS), days, (kind, wantedDay) => {
        const last = lastRequestDay(kind, wantedDay);
        const inTime = (sentDay: typeof last) =>
          earliestWantedDay(kind, sentDay) <= wantedDay && expectedEffectDay(kind, sentDay, wantedDay) === wantedDay;
        expect(inTime(last)).toBe(true);
        expect(inTime(addDays(last, 1))).toBe(false);
      }),
    );
  });
});

describe("the DSO's answer", () => {
  test.for<[RequestKind, string, string | null]>([
    ["perimeter", "2026-08-11", "2026-08-18"],
    ["coefficient_kind", "2026-12-23", "2026-12-31"],
    ["static_values", "2026-05-07", "2026-05-18"],
    ["suspension", "2026-05-07", null],
    ["termination", "2026-05-07", null],
  ])("%s sent on %s: at the latest on %s", ([kind, sentDay, expected]) => {
    expect(answerDueDay(kind, civilDate(sentDay))).toBe(expected);
  });
});
