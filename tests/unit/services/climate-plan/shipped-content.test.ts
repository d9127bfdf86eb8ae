import { expect, test } from "vitest";
import { personalise } from "@/lib/domain/scoring/personalise";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import type { ReferentialNode } from "@/lib/domain/scoring/referential";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import { readShippedPersonalisation } from "@/lib/services/climate-plan/read-shipped-personalisation";
import { readShippedReferential } from "@/lib/services/climate-plan/read-shipped-referential";
import { CAE_ROWS } from "../../../support/referential-markdown";

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
  const worthWith = (answer: boolean) => {
    const answers = new Map(questions.map(({ id }) => [id, answer]));
    const explained = [...personalise(rules, { answers, identity: new Map() })];
    const consequences = new Map(explained.map(([id, { consequence }]) => [id, consequence]));
    const scores = scoreTree(tree, { statuses: new Map(), consequences, redistribute: true });
    return readNodeScore(tree, scores, 0).potentialPoints;
  };
  expect([worthWith(true), worthWith(false)]).toEqual([10, 2]);
});
