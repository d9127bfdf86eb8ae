import { expect, test } from "vitest";
import type { KeyRule } from "@/lib/domain/coefficients/key-rule";
import { renameRuleConsumers } from "@/lib/domain/coefficients/rename-rule-consumers";

const rename = (id: string) => ({ a: "PRM A", b: "PRM B" })[id];
const hours = { months: [1], weekdays: [1], fromMinute: 0, toMinute: 60 };

test.for<{ rule: KeyRule; renamed: KeyRule }>([
  { rule: { kind: "pro_rata" }, renamed: { kind: "pro_rata" } },
  {
    rule: { kind: "tiers", tiers: [{ consumerIds: ["b", "a"], sharing: { kind: "equal" } }] },
    renamed: { kind: "tiers", tiers: [{ consumerIds: ["PRM B", "PRM A"], sharing: { kind: "equal" } }] },
  },
  {
    rule: {
      kind: "tiers",
      tiers: [{ consumerIds: ["a"], sharing: { kind: "fixed", shares: { a: 1_000_000, gone: 1 } } }],
    },
    renamed: {
      kind: "tiers",
      tiers: [{ consumerIds: ["PRM A"], sharing: { kind: "fixed", shares: { "PRM A": 1_000_000 } } }],
    },
  },
  {
    rule: { kind: "calendar", entries: [{ ...hours, shares: { a: 1 } }], defaultShares: { b: 2, gone: 3 } },
    renamed: { kind: "calendar", entries: [{ ...hours, shares: { "PRM A": 1 } }], defaultShares: { "PRM B": 2 } },
  },
])("$rule.kind keeps all but the names", ({ rule, renamed }) => {
  expect(renameRuleConsumers(rule, rename)).toEqual(renamed);
});
