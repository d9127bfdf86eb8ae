import { describe, expect, test } from "vitest";
import { formatDay, formatLongDay, formatMonth, formatPeriod, formatPeriodName } from "@/lib/format/format-date";
import {
  formatAgo,
  formatInstant,
  formatInstantDay,
  formatTime,
  formatTimeWithOffset,
  hasClockChange,
} from "@/lib/format/format-instant";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("civil days", () => {
  test.for([
    [formatDay("2026-06-21"), "21/06/2026"],
    [formatDay("2026-02-30"), "–"],
    [formatDay("2026-06-21T00:00:00Z"), "–"],
    [formatDay("9999-12-31"), "31/12/9999"],
    [formatDay(null), "–"],
    [formatLongDay("2026-06-21"), "dimanche 21 juin 2026"],
    [formatLongDay("nope"), "–"],
    [formatMonth("2026-04-15"), "avril 2026"],
    [formatMonth("2026-04"), "avril 2026"],
    [formatMonth("2026-13"), "–"],
    [formatMonth(undefined), "–"],
    [formatPeriod("2026-04-01", "2026-05-01"), "du 01/04/2026 au 30/04/2026"],
    [formatPeriod("2026-04-01", "2026-04-02"), "le 01/04/2026"],
    [formatPeriod("2026-04-01", null), "depuis le 01/04/2026"],
    [formatPeriod("2026-04-01", undefined), "–"],
    [formatPeriod(null, "2026-05-01"), "–"],
    [formatPeriodName("2026-04-01", "2026-05-01"), "avril 2026"],
    [formatPeriodName("2025-12-01", "2026-01-01"), "décembre 2025"],
    [formatPeriodName("2026-04-15", "2026-05-15"), "15/04/2026 – 14/05/2026"],
    [formatPeriodName("2026-04-01", "2026-06-01"), "01/04/2026 – 31/05/2026"],
    [formatPeriodName("2026-04-01", null), "–"],
  ] as const)("%s = %s", ([actual, expected]) => {
    expect(plain(actual)).toBe(expected);
  });
});

describe("instants on the clock of Paris", () => {
  test.for([
    [formatInstant(Date.UTC(2026, 5, 21, 12, 30)), "21/06/2026 à 14:30"],
    [formatInstant(new Date("2026-01-01T23:30:00Z")), "02/01/2026 à 00:30"],
    [formatInstant(new Date("nope")), "–"],
    [formatInstantDay(Date.UTC(2026, 5, 21, 22)), "22/06/2026"],
    [formatTime(Date.UTC(2026, 0, 1, 23)), "00:00"],
    [formatTime(null), "–"],
    [formatTimeWithOffset(Date.UTC(2026, 9, 25, 0, 30)), "02:30 (UTC+2)"],
    [formatTimeWithOffset(Date.UTC(2026, 9, 25, 1, 30)), "02:30 (UTC+1)"],
  ] as const)("%s = %s", ([actual, expected]) => {
    expect(plain(actual)).toBe(expected);
  });

  test.for([
    ["2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", true],
    ["2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", true],
    ["2026-06-20T22:00:00Z", "2026-06-21T22:00:00Z", false],
  ] as const)("the clock changes between %s and %s: %o", ([from, to, expected]) => {
    expect(hasClockChange(Date.parse(from), Date.parse(to))).toBe(expected);
  });

  const now = Date.parse("2026-06-21T08:00:00Z");
  test.for([
    ["2026-06-21T07:59:30Z", "à l’instant"],
    ["2026-06-21T07:15:00Z", "il y a 45 minutes"],
    ["2026-06-21T05:00:00Z", "il y a 3 heures"],
    ["2026-06-20T07:00:00Z", "hier"],
    ["2026-06-19T20:00:00Z", "avant-hier"], // 36 hours ago, two calendar days
    ["2026-06-11T08:00:00Z", "il y a 10 jours"],
    ["2026-04-01T08:00:00Z", "le 01/04/2026"],
  ] as const)("%s was %s", ([instant, expected]) => {
    expect(plain(formatAgo(Date.parse(instant), now))).toBe(expected);
  });
});
