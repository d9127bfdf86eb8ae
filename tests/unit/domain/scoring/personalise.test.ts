import { describe, expect, test } from "vitest";
import type { RuleCause } from "@/lib/domain/scoring/personalisation";
import { personalise } from "@/lib/domain/scoring/personalise";
import { parseRule } from "@/lib/domain/scoring/rules/parse-rule";
import type { AnswerValue } from "@/lib/domain/scoring/rules/rule-expression";

const reduction = (rule: string) => [{ node: "n", kind: "reduction" as const, rule: parseRule(rule) }];
const deactivation = (rule: string) => [{ node: "n", kind: "deactivation" as const, rule: parseRule(rule) }];
const facts = (answers: Readonly<Record<string, AnswerValue>>, type = "commune") => ({
  answers: new Map(Object.entries(answers)),
  identity: new Map([["type", [type]]]),
});
const answer = (question: string, value: AnswerValue): RuleCause => ({ kind: "answer", question, answer: value });
const identity = (value: string, holds: boolean): RuleCause => ({ kind: "identity", field: "type", value, holds });

// The rule of measure 3.1.1, shortened.
const AOD =
  "si reponse(elec, NON) et reponse(gaz, NON) alors 4/10 sinon si reponse(elec, NON) ou reponse(gaz, NON) alors 7/10";

describe("why a potential is changed", () => {
  test.for<[string, Readonly<Record<string, AnswerValue>>, number, readonly RuleCause[]]>([
    [AOD, { elec: false, gaz: false }, 0.4, [answer("elec", false), answer("gaz", false)]],
    [AOD, { elec: true, gaz: false }, 0.7, [answer("gaz", false)]],
    ["max(reponse(part), 0.5)", { part: 0.2 }, 0.5, [answer("part", 0.2)]],
    [
      "si identite(type, commune) alors max(reponse(part), 0.5)",
      { part: 0.8 },
      0.8,
      [identity("commune", true), answer("part", 0.8)],
    ],
  ])("%s, %o", ([rule, answers, factor, causes]) => {
    const found = personalise(reduction(rule), facts(answers)).get("n");
    expect(found).toEqual({ consequence: { potentialFactor: factor }, causes: { potentialFactor: causes } });
  });

  test("because the collectivity is something, or is not", () => {
    const rule = "si identite(type, syndicat) alors FAUX sinon VRAI";
    expect(personalise(deactivation(rule), facts({})).get("n")).toEqual({
      consequence: { deactivated: true },
      causes: { deactivated: [identity("syndicat", false)] },
    });
    expect(personalise(deactivation(rule), facts({}, "syndicat")).size).toBe(0);
  });
});

test("a rule without effect leaves nothing", () => {
  expect(
    personalise([...reduction(AOD), ...deactivation("reponse(eau, NON)")], facts({ elec: true, gaz: true })).size,
  ).toBe(0);
});

test("several rules of a node add up, and a formula on scores waits", () => {
  const formula = parseRule("min(score(a), score(n))");
  const rules = [...reduction("0.5"), ...deactivation("VRAI"), { node: "n", kind: "score" as const, rule: formula }];
  expect(personalise(rules, facts({})).get("n")?.consequence).toEqual({
    potentialFactor: 0.5,
    deactivated: true,
    scoreFormula: formula,
  });
});
