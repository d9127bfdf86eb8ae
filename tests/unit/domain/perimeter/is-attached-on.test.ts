import { expect, test } from "vitest";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import { civilDate } from "@/lib/domain/time/civil-date";

const SPRING = { from: civilDate("2026-03-01"), toExclusive: civilDate("2026-06-01") };
const OPEN = { from: civilDate("2026-03-01"), toExclusive: null };

// Annexe 6: « Date fin rattachement » is the first day that no longer counts.
test.for([
  { span: SPRING, day: "2026-02-28", counts: false },
  { span: SPRING, day: "2026-03-01", counts: true },
  { span: SPRING, day: "2026-05-31", counts: true },
  { span: SPRING, day: "2026-06-01", counts: false },
  { span: OPEN, day: "2026-02-28", counts: false },
  { span: OPEN, day: "2100-01-01", counts: true },
])("from $span.from to $span.toExclusive, $day: $counts", ({ span, day, counts }) => {
  expect(isAttachedOn(span, civilDate(day))).toBe(counts);
});
