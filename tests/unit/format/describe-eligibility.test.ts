import { expect, test } from "vitest";
import type { RuleResult } from "@/lib/domain/perimeter/eligibility/eligibility";
import { PROXIMITY_LIMITS } from "@/lib/domain/perimeter/proximity-limits";
import { describeRule, describeVerdict } from "@/lib/format/describe-eligibility";

const EXTENDED = { kind: "extended", basis: null, zone: "mainland" } as const;
const limit = PROXIMITY_LIMITS.find(({ kind, zone }) => kind === "extended" && zone === "mainland") ?? null;
const names = new Map(
  ["Mairie", "École", "Stade", "Crèche", "Gymnase", "Piscine", "Halle"].map((name) => [name, name]),
);

const result = (change: Partial<RuleResult>): RuleResult => ({
  rule: "distance",
  status: "ok",
  figure: 873.6,
  limit,
  broken: [],
  unknown: [],
  ...change,
});
const describe = (change: Partial<RuleResult>) => describeRule(result(change), { regime: EXTENDED, names });

test("a limit is told with its text and its day", () => {
  expect(describe({})).toMatchObject({
    figure: "874\u00a0m",
    limit: "≤ 2\u00a0km",
    source: expect.stringMatching(/^arrêté du 21 novembre 2019.*en vigueur depuis le 21\/02\/2025/),
    advice: "",
  });
  expect(describe({ rule: "cumulated_power", figure: 54_500 })).toMatchObject({
    figure: "54,5\u00a0kW",
    limit: "< 5\u00a0MW",
  });
});

test("a distance just above its limit does not read like it", () => {
  expect(describe({ status: "broken", figure: 2_001.2, broken: ["Mairie", "École"] })).toMatchObject({
    figure: "2,001\u00a0km",
    advice: expect.stringMatching(/^Mairie, École\. /),
  });
});

test("what is missing is named, the first five and how many more", () => {
  const { advice } = describe({ status: "not_checked", unknown: [...names.keys()] });
  expect(advice).toBe("À compléter : Mairie, École, Stade, Crèche, Gymnase et 2\u00a0autres.");
});

test("without a limit, says what to choose", () => {
  const open = result({ status: "not_checked", limit: null });
  expect(describeRule(open, { regime: null, names }).advice).toMatch(/^Choisissez dans la fiche/);
  const derogation = { kind: "derogation", basis: null, zone: "mainland" } as const;
  expect(describeRule(open, { regime: derogation, names }).advice).toMatch(/motif de la dérogation/);
});

test("the verdict counts the rules behind it", () => {
  const rules = [result({ status: "broken" }), result({ status: "not_checked" }), result({})];
  expect(describeVerdict({ verdict: "broken", rules }).title).toBe("1\u00a0règle non respectée");
  expect(describeVerdict({ verdict: "not_checked", rules }).title).toMatch(/1\u00a0règle reste à vérifier$/);
});
