import { expect, test } from "vitest";
import { parsePeriodAnswer } from "@/lib/services/measures/parse-period-answer";

test("first and last day become a half-open period", () => {
  expect(parsePeriodAnswer("2026-03-01/2026-03-31")).toEqual({ from: "2026-03-01", toExclusive: "2026-04-01" });
  expect(parsePeriodAnswer("2026-03-01/2026-03-01")).toEqual({ from: "2026-03-01", toExclusive: "2026-03-02" });
});

test.for(["", "2026-03-01", "2026-03-31/2026-03-01", "2026-02-30/2026-03-01", "a/b", "2026-03-01/2026-03-02/x"])(
  "%j is no answer",
  (text) => {
    expect(parsePeriodAnswer(text)).toBeNull();
  },
);
