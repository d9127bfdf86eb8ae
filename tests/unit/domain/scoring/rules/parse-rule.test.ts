import { describe, expect, test } from "vitest";
import { evaluateRule } from "@/lib/domain/scoring/rules/evaluate-rule";
import { listRuleReferences } from "@/lib/domain/scoring/rules/list-rule-references";
import { parseRule } from "@/lib/domain/scoring/rules/parse-rule";
import { errorMessage } from "@/lib/format/error-message";
import personalisation from "../../../../fixtures/scoring/personalisation.json";

const FACTS = {
  answers: new Map<string, boolean | number | string>([
    ["elec", true],
    ["gaz", false],
    ["part", 0.3],
    ["voirie_1", "voirie_1_b"],
  ]),
  identity: new Map([
    ["type", ["commune"]],
    ["population", ["moins_de_5000"]],
  ]),
  scoreOf: (id: string) => (id === "cae_1.2.3" ? 0.4 : null),
};

test.for<[string, number | boolean | string | null]>([
  ["1 + 2 * 3", 7],
  ["(1 + 2) * 3", 9],
  ["8 - 2 - 1", 5],
  ["8 / 2 / 2", 2],
  ["-0.5 + 1", 0.5],
  ["1 + 1 < 3 et 2 > 1", true],
  ["FAUX et FAUX ou VRAI", true],
  ["VRAI ou FAUX et FAUX", true],
  ["(VRAI ou FAUX) et FAUX", false],
  ["reponse(part)", 0.3],
  ["reponse (part) * 10/8", 0.375],
  ["max(reponse(part), 0.5)", 0.5],
  ["min(reponse(part), 0.5, 2/10) ", 0.2],
  ["reponse(part) >= 0.3", true],
  ["reponse(part) = 0.3", true],
  ["reponse(part) != 0.3", false],
  ["reponse(elec, OUI)", true],
  ["reponse(gaz, OUI)", false],
  ["reponse(gaz, NON)", true],
  ["reponse(voirie_1, voirie_1_b)", true],
  ["reponse(voirie_1,voirie_1_c)", false],
  ["identite(type, commune)", true],
  ["identite(type, EPCI)", false],
  ["identite(localisation, DOM)", false],
  ["si reponse(elec, NON) alors 1 sinon si reponse(gaz, NON) alors 2 sinon 3", 2],
  ["si reponse(elec, NON) alors 1 sinon si reponse(gaz, OUI) alors 2 sinon 3", 3],
  ["si VRAI alors si FAUX alors 1 sinon 2 sinon 3", 2],
  ["score(cae_1.2.3) / 2", 0.2],
  // Nothing known: no effect, and no comparison holds.
  ["reponse(chaleur)", null],
  ["reponse(chaleur, OUI)", false],
  ["reponse(chaleur, NON)", false],
  ["reponse(chaleur) + 1", null],
  ["max(reponse(chaleur), 0.5)", null],
  ["reponse(chaleur) < 1", false],
  ["reponse(chaleur) != 1", false],
  ["score(cae_9)", null],
  ["si reponse(elec, NON) alors 1", null],
  ["1 / 0", null],
])("%s is %s", ([rule, expected]) => {
  const value = evaluateRule(parseRule(rule), FACTS);
  if (typeof expected === "number") expect(value).toBeCloseTo(expected, 12);
  else expect(value).toBe(expected);
});

describe("the rules of the programme", () => {
  const rules = personalisation.rules as [string, string, string][];

  test("are 116, and all read", () => {
    expect(rules).toHaveLength(116);
    for (const [, , rule] of rules) expect(() => parseRule(rule)).not.toThrow();
  });

  test("ask questions that exist, for answers that exist", () => {
    const questions = new Map(personalisation.questions.map((question) => [question.id, question]));
    for (const [, , rule] of rules) {
      for (const [id, values] of listRuleReferences(parseRule(rule)).questions) {
        const { type, choices = [] } = questions.get(id) ?? {};
        const possible = type === "choice" ? choices : type === "binary" ? [true, false] : [];
        expect({ id, strange: [...values].filter((value) => !possible.includes(value as never)) }).toEqual({
          id,
          strange: [],
        });
      }
    }
  });
});

describe("a rule that cannot be read says where, and what should stand there", () => {
  test.for<[string, number, string, string]>([
    ["", 1, "", "VALUE"],
    ["si reponse(elec, OUI) 1", 23, "1", "alors"],
    ["reponse(elec", 13, "", ")"],
    ["reponse elec", 9, "elec", "("],
    ["reponse(1)", 9, "1", "IDENTIFIER"],
    ["reponse(elec, )", 15, ")", "IDENTIFIER"],
    ["identite(taille, grande)", 10, "taille", "FIELD"],
    ["identite(type commune)", 15, "commune", ","],
    ["1 + ", 5, "", "VALUE"],
    ["1 2", 3, "2", "END"],
    ["elec", 1, "elec", "VALUE"],
    ["process.exit()", 1, "process.exit", "VALUE"],
    ["1 ; 2", 3, ";", "KNOWN_SIGN"],
    ["si 1 alors 2", 4, "1", "CONDITION"],
    ["1 et VRAI", 1, "1", "CONDITION"],
    ["VRAI + 1", 1, "VRAI", "NUMBER"],
    ["1 + reponse(elec, OUI)", 5, "reponse", "NUMBER"],
    ["min(VRAI)", 5, "VRAI", "NUMBER"],
    ["sinon 1", 1, "sinon", "VALUE"],
    [`${"(".repeat(200)}1`, 102, "(", "SIMPLER_RULE"],
  ])("%s", ([rule, position, found, expected]) => {
    expect(() => parseRule(rule)).toThrow(
      expect.objectContaining({ code: "INVALID_RULE", details: { position, found, expected } }),
    );
  });

  test("in French", () => {
    expect(errorMessage("INVALID_RULE", { position: 22, found: "1", expected: "alors" })).toBe(
      "Une règle de personnalisation ne se lit pas. Au caractère 22, « 1 » n’y a pas sa place : attendu, « alors ».",
    );
    expect(errorMessage("INVALID_RULE", { position: 13, found: "", expected: "END" })).toContain("s’arrête trop tôt");
  });
});
