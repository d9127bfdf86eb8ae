import { expect, test } from "vitest";
import { listPlannedChanges } from "@/lib/domain/perimeter/list-planned-changes";
import { civilDate } from "@/lib/domain/time/civil-date";

const DAY = civilDate("2027-03-01");
const line = { prm: "30000000000001", role: "consumer" } as const;

test.for([
  { from: "2026-01-01", to: null, told: [] },
  { from: "2026-01-01", to: "2027-02-01", told: [] },
  { from: "2026-01-01", to: "2027-03-01", told: [] }, // over on the day itself
  { from: "2027-03-01", to: null, told: [] }, // begins with it
  { from: "2026-01-01", to: "2027-03-02", told: ["exit 2027-03-02"] },
  { from: "2027-03-02", to: null, told: ["entry 2027-03-02"] },
  { from: "2027-04-01", to: "2027-06-01", told: ["entry 2027-04-01", "exit 2027-06-01"] },
])("from $from to $to: $told", ({ from, to, told }) => {
  const attachment = { ...line, from: civilDate(from), toExclusive: to === null ? null : civilDate(to) };
  expect(listPlannedChanges([attachment], [], DAY).map(({ what, on }) => `${what} ${on}`)).toEqual(told);
});

test("keys that start later are told among them, in the order of the days", () => {
  const keys = [
    { from: civilDate("2026-01-01"), kind: "static" },
    { from: civilDate("2027-04-01"), kind: "default" },
  ] as const;
  const attachments = [{ ...line, from: civilDate("2027-05-01"), toExclusive: null }];
  expect(listPlannedChanges(attachments, keys, DAY)).toEqual([
    { what: "key", on: "2027-04-01", kind: "default" },
    { what: "entry", on: "2027-05-01", ...line },
  ]);
});
