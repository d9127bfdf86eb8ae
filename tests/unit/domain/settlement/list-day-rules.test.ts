import { expect, test } from "vitest";
import { listDayRules } from "@/lib/domain/settlement/list-day-rules";
import type { RuleException, SettlementRule } from "@/lib/domain/settlement/settlement-rule";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";

// 25 hours.
const DAY = civilDate("2026-10-25");
const AXIS = parisDayAxis(DAY, 30);
const at = (step: number) => AXIS.startMs + step * 1_800_000;

const exception = (from: number, to: number, producerId: string | null = null): RuleException => ({
  fromMs: at(from),
  toMs: at(to),
  producerId,
  reason: producerId === null ? "step_faulty" : "producer_step_faulty",
});

const rule = (exceptions?: readonly RuleException[]): SettlementRule => ({
  from: civilDate("2026-10-01"),
  toExclusive: civilDate("2026-11-01"),
  keyId: "key",
  chosenKind: "dynamic_full",
  appliedKind: "dynamic_full",
  reason: "dynamic_values",
  articles: ["4.1", "4.4"],
  ...(exceptions ? { exceptions } : {}),
});

const told = (exceptions?: readonly RuleException[]) =>
  listDayRules(rule(exceptions), AXIS).map(
    ({ fromMs, toMs, producerId, applied }) =>
      `${(fromMs - AXIS.startMs) / 1_800_000}–${(toMs - AXIS.startMs) / 1_800_000} ${applied} ${producerId ?? "all"}`,
  );

test("a rule without exceptions holds the whole day, all 50 half-hours", () => {
  expect(told()).toEqual(["0–50 dynamic_full all"]);
});

test("the faulty steps of the day stand out, those of other days do not", () => {
  expect(told([exception(-5, 2), exception(10, 11), exception(49, 60), exception(70, 80)])).toEqual([
    "0–2 default all",
    "2–10 dynamic_full all",
    "10–11 default all",
    "11–49 dynamic_full all",
    "49–50 default all",
  ]);
});

test("one producer's step stands beside the rule that the others keep", () => {
  expect(told([exception(4, 6, "roof")])).toEqual(["0–50 dynamic_full all", "4–6 surplus roof"]);
});
