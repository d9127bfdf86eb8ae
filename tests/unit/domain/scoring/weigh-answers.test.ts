import { expect, test } from "vitest";
import type { ClimateProfile } from "@/lib/domain/scoring/climate-profile";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { weighAnswers } from "@/lib/domain/scoring/weigh-answers";
import { readShippedPersonalisation } from "@/lib/services/climate-plan/read-shipped-personalisation";
import { testTree } from "../../../support/scoring-trees";

const { root, measureDepth } = testTree("cae");
const tree = prepareScoringTree(root, measureDepth);
const { questions, rules } = readShippedPersonalisation();

function weigh(id: string, profile: Partial<ClimateProfile> = {}) {
  const question = questions.find((each) => each.id === id);
  if (!question) throw new Error(`no question ${id}`);
  const whole = { kind: "commune" as const, population: 2_140, isOverseas: false, answers: new Map(), ...profile };
  return weighAnswers(tree, rules, question, { profile: whole, statuses: new Map() });
}

test("each answer, the others staying as they are", () => {
  const { answers, measures } = weigh("AOD_gaz", {
    answers: new Map([
      ["AOD_elec", true],
      ["AOD_gaz", false],
      ["AOD_chaleur", true],
    ]),
  });
  expect(answers).toEqual([true, false]);
  // 3.1.1 is worth 10 points; 7/10 of them without gas. 3.1.2 only moves when all three are answered « non ».
  expect(measures).toEqual([{ id: "cae_3.1.1", unansweredPoints: 10, potentialPoints: [10, 7] }]);
});

test("a measure that an answer takes out, and the choices of a question", () => {
  const { answers, measures } = weigh("voirie_1");
  expect(answers).toEqual(["voirie_1_a", "voirie_1_b", "voirie_1_c"]);
  const lighting = measures.find(({ id }) => id === "cae_2.3.3");
  expect(lighting?.potentialPoints[1]).toBeCloseTo((lighting?.unansweredPoints ?? 0) / 2, 9);
  expect(lighting?.potentialPoints[2]).toBe(0);
});

test("a share, at none, half and all of it", () => {
  const { answers, measures } = weigh("habitat_2");
  expect(answers).toEqual([0, 0.5, 1]);
  const [first] = measures;
  expect(first?.potentialPoints[0]).toBeLessThan(first?.potentialPoints[2] ?? 0);
});

test("nothing where what the collectivity is settles it", () => {
  expect(weigh("ECS").measures).toEqual([]);
  expect(weigh("ECS", { isOverseas: true }).measures.map(({ id }) => id)).toEqual(["cae_2.2.3"]);
});
