import { expect, test } from "vitest";
import { compareReferentials } from "@/lib/domain/scoring/compare-referentials";
import { countReferential } from "@/lib/domain/scoring/count-referential";
import type { Referential, ReferentialNode } from "@/lib/domain/scoring/referential";

const node = (number: string, points: number, children: readonly ReferentialNode[] = []): ReferentialNode => ({
  id: number === "" ? "cae" : `cae_${number}`,
  number,
  title: number.length < 3 ? null : `Action ${number}`,
  points,
  category: null,
  theme: null,
  sections: [],
  children,
});

/** One measure, 3.1.1, of sub-actions with their points. */
function text(...subActions: readonly [string, number][]): Referential {
  const points = subActions.reduce((sum, [, own]) => sum + own, 0);
  const measure = node(
    "3.1.1",
    points,
    subActions.map(([number, own]) => node(number, own)),
  );
  return { id: "cae", measureDepth: 3, root: node("", points, [node("3", points, [node("3.1", points, [measure])])]) };
}

const BEFORE = text(["3.1.1.1", 4], ["3.1.1.2", 6]);
const ANSWERED = new Set(["cae_3.1.1.1", "cae_3.1.1.2"]);

test("the same text changes nothing, whatever the last digits", () => {
  expect(compareReferentials(BEFORE, BEFORE, ANSWERED)).toEqual([]);
  expect(compareReferentials(BEFORE, text(["3.1.1.1", 4 + 1e-9], ["3.1.1.2", 6]), ANSWERED)).toEqual([]);
});

test("what goes, what comes and what is worth something else, with the answers that it is about", () => {
  const after = text(["3.1.1.1", 3], ["3.1.1.3", 7]);
  const listed = compareReferentials(BEFORE, after, ANSWERED).map(
    ({ kind, number, pointsBefore, pointsAfter, ...of }) => [kind, number, pointsBefore, pointsAfter, of.isAnswered],
  );
  expect(listed).toEqual([
    ["removed", "3.1.1.2", 6, null, true],
    ["repriced", "3.1.1.1", 4, 3, true],
    ["added", "3.1.1.3", null, 7, false],
  ]);
});

test("what groups measures and is written nowhere is no change", () => {
  const alone = { ...BEFORE, root: node("", 0) };
  expect(compareReferentials(alone, BEFORE, new Set()).map(({ number }) => number)).toEqual([
    "3.1",
    "3.1.1",
    "3.1.1.1",
    "3.1.1.2",
  ]);
});

test("levels are counted from the depth of a measure", () => {
  expect(countReferential(BEFORE)).toEqual({ points: 10, axes: 1, measures: 1, subActions: 2, tasks: 0 });
});
