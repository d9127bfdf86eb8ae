import { expect, test } from "vitest";
import { findProximityLimit } from "@/lib/domain/perimeter/find-proximity-limit";
import { PROXIMITY_LIMITS } from "@/lib/domain/perimeter/proximity-limits";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";

const REGIME = { kind: "extended", basis: null, zone: "mainland" } as const;
const today = PROXIMITY_LIMITS.find(({ kind, zone }) => kind === REGIME.kind && zone === REGIME.zone);

test("no two lines hold for one operation from the same day", () => {
  const lines = PROXIMITY_LIMITS.map(({ kind, basis, zone, from }) => `${kind} ${basis} ${zone} ${from}`);
  expect(new Set(lines).size).toBe(lines.length);
});

test("a later line takes over on its first day, and not before", () => {
  if (!today) throw new Error("no line for an extended operation");
  const next = civilDate("2027-01-01");
  const limits = [{ ...today, maxDistanceM: 3_000, from: next }, ...PROXIMITY_LIMITS];
  expect(findProximityLimit(limits, REGIME, addDays(next, -1))?.maxDistanceM).toBe(2_000);
  expect(findProximityLimit(limits, REGIME, next)?.maxDistanceM).toBe(3_000);
  expect(findProximityLimit(limits, REGIME, addDays(today.from, -1))).toBeNull();
});

test("the basis counts for derogations only", () => {
  const extended = findProximityLimit(PROXIMITY_LIMITS, { ...REGIME, basis: "rural" }, civilDate("2026-01-01"));
  expect(extended?.maxDistanceM).toBe(2_000);
});
