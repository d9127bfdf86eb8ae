import fc from "fast-check";
import { expect, test } from "vitest";
import { consentState } from "@/lib/domain/consents/consent-state";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";

const signed = { kind: "agreement", givenDay: civilDate("2026-03-01"), expiryDay: null, withdrawnDay: null } as const;
const told = { ...signed, kind: "tenant_information" } as const;
const until = (day: string) => ({ expiryDay: civilDate(day) });
const withdrawn = (day: string) => ({ withdrawnDay: civilDate(day) });

test.for([
  ["the day before the signature", signed, "2026-02-28", "not_yet"],
  ["the day of the signature", signed, "2026-03-01", "valid"],
  ["as long as the convention", signed, "2099-01-01", "valid"],
  ["the last day of a limited one", { ...signed, ...until("2027-03-01") }, "2027-02-28", "valid"],
  ["its first day too many", { ...signed, ...until("2027-03-01") }, "2027-03-01", "expired"],
  ["the day before it is withdrawn", { ...signed, ...withdrawn("2026-06-10") }, "2026-06-09", "valid"],
  ["the day it is withdrawn", { ...signed, ...withdrawn("2026-06-10") }, "2026-06-10", "withdrawn"],
  [
    "withdrawn, then over",
    { ...signed, ...until("2027-03-01"), ...withdrawn("2026-06-10") },
    "2028-01-01",
    "withdrawn",
  ],
  ["over, then withdrawn", { ...signed, ...until("2026-05-01"), ...withdrawn("2026-06-10") }, "2028-01-01", "expired"],
  ["a tenant who was told", told, "2026-04-01", "valid"],
  ["a tenant who objected", { ...told, ...withdrawn("2026-04-01") }, "2026-04-01", "objected"],
] as const)("%s", ([, consent, day, expected]) => {
  expect(consentState(consent, civilDate(day))).toBe(expected);
});

test("it is worth something on one stretch of days only", () => {
  const offset = fc.integer({ min: 0, max: 40 });
  const maybe = fc.option(offset);
  fc.assert(
    fc.property(offset, maybe, maybe, (given, expiry, withdrawal) => {
      const day = (count: number) => addDays(civilDate("2026-01-01"), count);
      const consent = {
        kind: "agreement" as const,
        givenDay: day(given),
        expiryDay: expiry === null ? null : day(expiry),
        withdrawnDay: withdrawal === null ? null : day(withdrawal),
      };
      const end = Math.min(expiry ?? 60, withdrawal ?? 60);
      for (let count = 0; count < 60; count += 1) {
        expect(consentState(consent, day(count)) === "valid").toBe(count >= given && count < end);
      }
    }),
  );
});
