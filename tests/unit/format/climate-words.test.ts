import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PersonalisationQuestion, RuleCause } from "@/lib/domain/scoring/personalisation";
import { describeNextStar } from "@/lib/format/describe-next-star";
import { describeRuleCause } from "@/lib/format/describe-rule-cause";
import { splitPoints } from "@/lib/format/split-points";

test("parts of the points shown add up to what is shown", () => {
  const thirds = { potentialPoints: 2, donePoints: 2 / 3, plannedPoints: 2 / 3, notDonePoints: 2 / 3 };
  expect(splitPoints(thirds)).toEqual({ potential: 2, done: 0.7, planned: 0.7, notDone: 0.6, rest: 0 });
  const part = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(part, part, part, part, (done, planned, notDone, rest) => {
      const potentialPoints = done + planned + notDone + rest;
      const shown = splitPoints({ potentialPoints, donePoints: done, plannedPoints: planned, notDonePoints: notDone });
      expect(shown.done + shown.planned + shown.notDone + shown.rest).toBeCloseTo(shown.potential, 9);
      expect(Math.abs(shown.potential - potentialPoints)).toBeLessThanOrEqual(0.0501);
    }),
  );
});

test.for([
  { star: 1, potentialPoints: 10, donePoints: 1.017, expected: "encore 2,5 points pour la suivante" },
  { star: 2, potentialPoints: 500, donePoints: 175, expected: "encore 75,0 points pour la suivante" },
  { star: 5, potentialPoints: 10, donePoints: 9, expected: "la plus haute" },
])("after star $star, $expected", ({ star, expected, ...score }) => {
  expect(describeNextStar(star, score)).toBe(expected);
});

describe("why a rule applies", () => {
  const questions: PersonalisationQuestion[] = [
    { id: "elec", theme: "energy", type: "binary", wording: "Organisez-vous la distribution ?" },
    {
      id: "voirie",
      theme: "energy",
      type: "choice",
      wording: "Qui tient les rues ?",
      choices: [{ id: "b", wording: "La commune" }],
    },
    { id: "part", theme: "energy", type: "proportion", wording: "Quelle part ?" },
  ];
  test.for<[RuleCause, string]>([
    [{ kind: "answer", question: "elec", answer: false }, "« Organisez-vous la distribution ? » : non"],
    [{ kind: "answer", question: "voirie", answer: "b" }, "« Qui tient les rues ? » : La commune"],
    [{ kind: "answer", question: "part", answer: 0.3 }, "« Quelle part ? » : 30\u00a0%"],
    [{ kind: "identity", field: "type", value: "EPCI", holds: true }, "la collectivité est une intercommunalité"],
    [{ kind: "identity", field: "localisation", value: "DOM", holds: false }, "la collectivité n’est pas outre-mer"],
    [
      { kind: "identity", field: "population", value: "moins_de_20000", holds: true },
      "la collectivité est de moins de 20\u00a0000 habitants",
    ],
  ])("%o", ([cause, expected]) => {
    expect(describeRuleCause(cause, questions)).toBe(expected);
  });
});
