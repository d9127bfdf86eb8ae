import fc from "fast-check";
import { expect, test } from "vitest";
import { countWorkingDays } from "@/lib/domain/deadlines/count-working-days";
import { contactBindingDay } from "@/lib/domain/operation/contact-binding-day";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";

// Art. 8.10: « à l’expiration d’un délai de dix jours ouvrés, à compter de la réception ».
test.for([
  ["2026-11-03", "metropolitan", "2026-11-19"], // 11 November is a holiday
  ["2026-12-18", "metropolitan", "2027-01-06"], // Christmas and New Year's Day
  ["2026-12-18", "alsace_moselle", "2027-01-06"], // 26 December is a Saturday
  ["2026-05-01", "metropolitan", "2026-05-20"], // 8 May and Ascension
] as const)("told on %s (%s), it binds on %s", ([noticeDay, region, bindingDay]) => {
  expect(contactBindingDay(civilDate(noticeDay), region)).toBe(bindingDay);
});

test("ten working days lie between the notice and the day it binds, whatever the day", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (count) => {
      const noticeDay = addDays(civilDate("2000-01-01"), count);
      const lastDay = addDays(contactBindingDay(noticeDay, "metropolitan"), -1);
      expect(countWorkingDays(noticeDay, lastDay, "metropolitan")).toBe(10);
    }),
  );
});
