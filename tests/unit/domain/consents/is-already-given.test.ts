import { expect, test } from "vitest";
import { type GivenConsent, isAlreadyGiven } from "@/lib/domain/consents/is-already-given";
import { civilDate } from "@/lib/domain/time/civil-date";

const DAY = civilDate("2026-04-15");
const RENEWED_UNTIL = civilDate("2026-06-14");
const ALL = { participation: true, curveCollection: true, supplierTransmission: true, organiserTransmission: true };
const GIVEN: GivenConsent = {
  ...ALL,
  kind: "agreement",
  isForAllPoints: true,
  givenDay: civilDate("2026-03-01"),
  expiryDay: null,
  withdrawnDay: null,
};
const NO_SUPPLIER = { supplierTransmission: false };

test.for<[string, readonly GivenConsent[], Partial<typeof ALL>, boolean]>([
  ["nothing was given", [], {}, false],
  ["everything was given", [GIVEN], {}, true],
  ["more was given than is asked", [GIVEN], NO_SUPPLIER, true],
  ["one box was not ticked", [{ ...GIVEN, ...NO_SUPPLIER }], {}, false],
  [
    "two agreements together give everything",
    [
      { ...GIVEN, ...NO_SUPPLIER },
      { ...GIVEN, participation: false },
    ],
    {},
    true,
  ],
  ["it was for one metering point", [{ ...GIVEN, isForAllPoints: false }], {}, false],
  ["a tenant was told, which authorises nothing", [{ ...GIVEN, kind: "tenant_information" }], {}, false],
  ["it was withdrawn", [{ ...GIVEN, withdrawnDay: DAY }], {}, false],
  ["it is over", [{ ...GIVEN, expiryDay: DAY }], {}, false],
  ["it ends soon", [{ ...GIVEN, expiryDay: RENEWED_UNTIL }], {}, false],
  ["it ends later", [{ ...GIVEN, expiryDay: civilDate("2026-06-15") }], {}, true],
  [
    "it was withdrawn since for one metering point",
    [GIVEN, { ...GIVEN, isForAllPoints: false, withdrawnDay: civilDate("2026-04-01") }],
    {},
    false,
  ],
  [
    "it was signed again the day the former was withdrawn",
    [GIVEN, { ...GIVEN, withdrawnDay: GIVEN.givenDay, givenDay: civilDate("2026-01-01") }],
    {},
    true,
  ],
])("%s", ([, given, asked, expected]) => {
  expect(isAlreadyGiven(given, { ...ALL, ...asked }, DAY, RENEWED_UNTIL)).toBe(expected);
});
