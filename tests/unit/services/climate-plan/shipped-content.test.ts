import { describe, expect, test } from "vitest";
import { personalise } from "@/lib/domain/scoring/personalise";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import type { ReferentialNode } from "@/lib/domain/scoring/referential";
import { listRuleReferences } from "@/lib/domain/scoring/rules/list-rule-references";
import { parseRule } from "@/lib/domain/scoring/rules/parse-rule";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import { readShippedPersonalisation } from "@/lib/services/climate-plan/read-shipped-personalisation";
import { readShippedReferential } from "@/lib/services/climate-plan/read-shipped-referential";
import personalisation from "../../../fixtures/scoring/personalisation.json";
import { CAE_ROWS } from "../../../support/referential-markdown";
import { testTree } from "../../../support/scoring-trees";

const list = (node: ReferentialNode): readonly ReferentialNode[] => [node, ...node.children.flatMap(list)];

test("measure 3.1.1 is whole: its 23 actions, their points and categories, each with a text", async () => {
  const { root, measureDepth } = await readShippedReferential();
  expect(measureDepth).toBe(3);
  const written = list(root).filter(({ title }) => title !== null);
  const expected = CAE_ROWS.filter(([id]) => id === "3.1.1" || id.startsWith("3.1.1."));
  expect(written.map(({ number, category }) => [number, category])).toEqual(
    expected.map(([id, , , , category = null]) => [id, category]),
  );
  for (const [index, { points, sections }] of written.entries()) {
    expect(points).toBeCloseTo(expected[index]?.[1] as number, 9);
    expect(sections.map(({ title }) => title)).toEqual(["Description"]);
  }
});

test("its questions change what it is worth", async () => {
  const { root, measureDepth } = await readShippedReferential();
  const tree = prepareScoringTree(root, measureDepth);
  const { questions, rules } = readShippedPersonalisation();
  const own = rules.filter(({ node }) => tree.indexById.has(node));
  const worthWith = (answer: boolean) => {
    const answers = new Map(questions.map(({ id }) => [id, answer]));
    const explained = [...personalise(own, { answers, identity: new Map() })];
    const consequences = new Map(explained.map(([id, { consequence }]) => [id, consequence]));
    const scores = scoreTree(tree, { statuses: new Map(), consequences, redistribute: true });
    return readNodeScore(tree, scores, 0).potentialPoints;
  };
  expect([worthWith(true), worthWith(false)]).toEqual([10, 2]);
});

describe("the questions and rules of the whole programme", () => {
  const { questions, rules } = readShippedPersonalisation();
  const tree = testTree("cae");
  const { indexById } = prepareScoringTree(tree.root, tree.measureDepth);

  test("are those of the programme, as its own engine reads them", () => {
    const known = (personalisation.rules as [string, string, string][]).filter(([node]) => node.startsWith("cae_"));
    expect(rules).toEqual(known.map(([node, kind, rule]) => ({ node, kind, rule: parseRule(rule) })));
    const kinds = new Map(personalisation.questions.map((question) => [question.id, question]));
    for (const question of questions) {
      const choices = "choices" in question ? question.choices.map(({ id }) => id) : undefined;
      expect(kinds.get(question.id)).toEqual({ id: question.id, type: question.type, ...(choices ? { choices } : {}) });
    }
  });

  const choicesOf = (question: (typeof questions)[number] | undefined) =>
    question && "choices" in question ? question.choices.map((choice) => choice.id) : [true, false];

  test("refer to nothing that is not there", () => {
    const byId = new Map(questions.map((question) => [question.id, question]));
    for (const { node, rule } of rules) {
      const { questions: asked, scoredNodes } = listRuleReferences(rule);
      for (const id of [node, ...scoredNodes]) expect(indexById.has(id), id).toBe(true);
      for (const [id, values] of asked) {
        expect(byId.has(id), id).toBe(true);
        expect(choicesOf(byId.get(id)), `${node} ${id}`).toEqual(expect.arrayContaining([...values]));
      }
    }
  });

  test("ask nothing for nothing", () => {
    const used = new Set(rules.flatMap(({ rule }) => [...listRuleReferences(rule).questions.keys()]));
    expect(questions.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  test("are worded once each, as questions", () => {
    expect(new Set(questions.map(({ wording }) => wording)).size).toBe(questions.length);
    for (const { wording } of questions) expect(wording).toMatch(/^\p{Lu}.*[\u00a0 ]\?$/u);
  });
});
