import { expect, test } from "vitest";
import {
  describeDecision,
  describeMaskedCount,
  describePublicationStart,
  describeSideJudgement,
} from "@/lib/format/describe-publication";

test.for([
  [0, "aucun"],
  [null, "moins de trois"],
  [3, "3"],
  [1200, "1\u202f200"],
] as const)("%j participants: %s", ([count, words]) => {
  expect(describeMaskedCount(count)).toBe(words);
});

test("what is held back says why", () => {
  expect(describeSideJudgement("too_few")).toContain("moins de trois");
  expect(describeSideJudgement("isolates")).toContain("révélerait");
});

test("opening tells how many months appear and how many are held back", () => {
  const whole = { shared: "shown" } as const;
  const held = { shared: "too_few" } as const;
  const says = (months: Parameters<typeof describePublicationStart>[0]) =>
    describePublicationStart(months).slice(1, -1);
  expect(says([whole, whole])).toEqual(["2\u00a0mois paraissent en entier."]);
  expect(says([whole, held])).toEqual(["1\u00a0mois paraît en entier.", "1\u00a0mois est retenu en tout ou partie."]);
  expect(says([])).toEqual(["Aucun mois ne paraît en entier pour l’instant."]);
});

test("a decision in words", () => {
  expect(describeDecision({ isOn: false, isIndexed: true })).toBe("Page fermée");
  expect(describeDecision({ isOn: true, isIndexed: false })).toContain("écartés");
});
