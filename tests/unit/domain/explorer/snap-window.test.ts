import fc from "fast-check";
import { expect, test } from "vitest";
import { snapWindow } from "@/lib/domain/explorer/snap-window";

const at = (iso: string) => Date.parse(iso);

test.for([
  ["2026-10-25T00:10Z", "2026-10-25T00:20Z", "2026-10-25T00:00Z", "2026-10-25T01:00Z"],
  ["2026-10-25T00:10Z", "2026-10-25T05:20Z", "2026-10-25T00:00Z", "2026-10-25T05:30Z"],
  ["2026-10-20T03:00Z", "2026-10-27T15:00Z", "2026-10-19T22:00Z", "2026-10-27T23:00Z"],
  ["2024-01-01T00:00Z", "2026-10-27T15:00Z", "2023-12-31T23:00Z", "2024-12-31T23:00Z"],
] as const)("%s to %s is looked at from %s to %s", ([start, end, snappedStart, snappedEnd]) => {
  const snapped = snapWindow({ startMs: at(start), endMs: at(end) }, 30);
  expect(snapped).toEqual({ startMs: at(snappedStart), endMs: at(snappedEnd) });
});

test("property: what was snapped stays, between an hour and a year", () => {
  const start = fc.integer({ min: at("2020-01-01"), max: at("2030-01-01") });
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 500 * 86_400_000 }), (startMs, length) => {
      const once = snapWindow({ startMs, endMs: startMs + length }, 30);
      expect(snapWindow(once, 30)).toEqual(once);
      expect(once.endMs - once.startMs).toBeGreaterThanOrEqual(3_600_000);
      expect(once.endMs - once.startMs).toBeLessThanOrEqual(366 * 86_400_000 + 3_600_000);
    }),
  );
});
