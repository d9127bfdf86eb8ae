import { expect, test } from "vitest";
import { listOpenQuestions } from "@/lib/domain/scoring/rules/list-open-questions";
import { parseRule } from "@/lib/domain/scoring/rules/parse-rule";

const COMMUNE = new Map([["type", ["commune"]]]);
const BODY = new Map([["type", ["EPCI"]]]);
const UNKNOWN = new Map<string, readonly string[]>([["type", []]]);

const CHOICE = "si identite(type, commune) alors max(reponse(a), 0.5) sinon si reponse(b, OUI) alors 0.5";

test.for<[string, string, ReadonlyMap<string, readonly string[]>, string[]]>([
  ["a plain question", "reponse(a, OUI)", COMMUNE, ["a"]],
  ["a value that is calculated with", "max(reponse(a), 0.5) * reponse(b)", COMMUNE, ["a", "b"]],
  ["the branch of what the collectivity is", CHOICE, COMMUNE, ["a"]],
  ["the branch of what it is not", CHOICE, BODY, ["b"]],
  ["both branches where it is not known", CHOICE, UNKNOWN, ["a", "b"]],
  ["both branches where nothing is said of it", CHOICE, new Map(), ["a", "b"]],
  ["a pair that one side already decides", "identite(type, EPCI) et reponse(a, NON)", COMMUNE, []],
  ["a pair that one side leaves open", "identite(type, EPCI) et reponse(a, NON)", BODY, ["a"]],
  ["alternatives of which one already holds", "identite(type, EPCI) ou reponse(a, NON)", BODY, []],
  ["a choice among what is asked", "si reponse(a, OUI) alors 1 sinon reponse(b)", COMMUNE, ["a", "b"]],
  ["nothing at all", "min(score(cae_1.2.3), 0.5)", COMMUNE, []],
])("%s", ([, rule, identity, expected]) => {
  expect([...listOpenQuestions(parseRule(rule), identity)]).toEqual(expected);
});
