import { expect, test } from "vitest";
import { type DatedStatus, operationStatusOn } from "@/lib/domain/operation/operation-status-on";
import { civilDate } from "@/lib/domain/time/civil-date";

const at = (from: string, status: DatedStatus["status"]): DatedStatus => ({ from: civilDate(from), status });

test.for([
  ["2026-01-01", "active", null],
  ["2026-03-01", "suspended", "2026-03-01"],
  ["2026-05-01", "active", "2026-05-01"],
  ["2026-07-01", "ended", "2026-07-01"],
  ["2027-01-01", "ended", "2026-07-01"],
] as const)("on %s the convention is %s", ([day, status, from]) => {
  const recorded = [at("2026-07-01", "ended"), at("2026-03-01", "suspended"), at("2026-05-01", "active")];
  expect(operationStatusOn([...recorded, at("2026-09-01", "active")], civilDate(day))).toEqual({ status, from });
});

test("of two decisions for one day the later one holds", () => {
  const recorded = [at("2026-03-01", "suspended"), at("2026-03-01", "active")];
  expect(operationStatusOn(recorded, civilDate("2026-03-02")).status).toBe("active");
});
