import { expect, test } from "vitest";
import type { DsoFailureCode } from "@/lib/domain/measures/dso-request";
import { reactToDsoError } from "@/lib/domain/measures/react-to-dso-error";

type Row = readonly [DsoFailureCode, status: number | null, retryAfterSeconds: number | null, tries: number, string];

test.for<Row>([
  ["DSO_API_QUOTA", 429, null, 0, "wait 1"],
  ["DSO_API_QUOTA", 429, null, 5, "wait 32"],
  ["DSO_API_QUOTA", 429, null, 13, "wait 900"],
  ["DSO_API_QUOTA", 429, null, 14, "stop"],
  ["DSO_API_QUOTA", 429, 120, 0, "wait 120"],
  ["DSO_API_QUOTA", 429, 0, 0, "wait 1"],
  ["DSO_API_QUOTA", 429, 999_999, 0, "wait 3600"],
  ["DSO_API_UNREACHABLE", null, null, 0, "wait 5"],
  ["DSO_API_UNREACHABLE", null, null, 3, "wait 40"],
  ["DSO_API_UNREACHABLE", null, null, 4, "stop"],
  ["DSO_API_UNEXPECTED", 503, null, 0, "wait 5"],
  ["DSO_API_UNEXPECTED", 500, null, 0, "skip"],
  ["DSO_API_UNEXPECTED", 404, null, 0, "skip"],
  ["DSO_API_NOT_SUBSCRIBED", 403, null, 0, "stop"],
  ["DSO_API_CREDENTIALS", 401, null, 0, "stop"],
  ["DSO_API_CREDENTIALS", 400, null, 0, "stop"],
  ["DSO_API_CREDENTIALS", 403, null, 0, "skip"],
])("%s (%s), to wait %s, after %i waits → %s", ([code, status, retryAfterSeconds, tries, expected]) => {
  const reaction = reactToDsoError({ code, status, retryAfterSeconds }, tries);
  expect(reaction.kind === "wait" ? `wait ${reaction.seconds}` : reaction.kind).toBe(expected);
});

test("a quota of an hour is waited for", () => {
  let waitedS = 0;
  for (let tries = 0; ; tries += 1) {
    const refusal = { code: "DSO_API_QUOTA", status: 429, retryAfterSeconds: null } as const;
    const reaction = reactToDsoError(refusal, tries);
    if (reaction.kind !== "wait") break;
    waitedS += reaction.seconds;
  }
  expect(waitedS).toBeGreaterThan(3600);
});
