import { expect, test } from "vitest";
import { isDigestHour } from "@/lib/domain/deadlines/is-digest-hour";

test.for([
  ["2026-01-15T05:59:59Z", false],
  ["2026-01-15T06:00:00Z", true],
  ["2026-07-15T04:59:59Z", false],
  ["2026-07-15T05:00:00Z", true],
  ["2026-07-15T21:59:59Z", true],
  ["2026-07-15T22:00:00Z", false],
] as const)("at %s digests may go: %s", ([instant, expected]) => {
  expect(isDigestHour(Date.parse(instant))).toBe(expected);
});
