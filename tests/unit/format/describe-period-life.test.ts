import { describe, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { describeAnniversaryMove } from "@/lib/format/describe-anniversary-move";
import { describeNextStep } from "@/lib/format/describe-next-step";
import { describePeriodState } from "@/lib/format/describe-period-state";
import { describeRunComparison } from "@/lib/format/describe-run-comparison";
import { describeSettlementOutcome } from "@/lib/format/describe-settlement-outcome";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const period = (from: string, toExclusive: string) => ({ from: civilDate(from), toExclusive: civilDate(toExclusive) });

test.for([
  ["to_come", false, "à venir", null],
  ["running", false, "en cours", "attendre la fin de la période"],
  ["waiting", false, "2 PRM incomplets", "importer les mesures de 2 PRM"],
  ["ready", false, "prêt à calculer", "calculer"],
  ["to_recompute", true, "à recalculer", "recalculer : des données ont changé"],
  ["settled", false, "calculé", "vérifier, puis clore"],
  ["closed", false, "clos", null],
  ["closed", true, "clos, données changées depuis", "voir ce qui a changé depuis la clôture"],
] as const)(
  "a period that is %s (data changed: %s) says where it stands and what comes next",
  ([state, isStale, text, next]) => {
    expect(plain(describePeriodState(state, 2, isStale).text)).toBe(text);
    const step = describeNextStep(state, 2, isStale);
    expect(step && plain(step)).toBe(next);
  },
);

describe("a move of the anniversary", () => {
  test.for([
    ["longer", period("2026-06-01", "2026-07-15"), "plus longue", "44 jours"],
    ["shorter", period("2026-06-01", "2026-06-15"), "plus courte", "14 jours"],
  ] as const)("says that a period becomes %s, with its days", ([, becomes, word, days]) => {
    const after = [becomes, { from: becomes.toExclusive, toExclusive: civilDate("2026-08-15") }];
    const sentences = describeAnniversaryMove({
      move: { dayOfMonth: 15 },
      before: [period("2026-06-01", "2026-07-01")],
      after,
    }).map(plain);
    expect(sentences[0]).toContain(word);
    expect(sentences[0]).toContain(days);
    expect(sentences[1]).toContain("chacune commence le 15");
  });
});

test.for([
  [{ kind: "settled", version: 2 }, "calculée", "Version 2."],
  [{ kind: "unchanged", version: 1 }, "inchangée", "La version 1 reste la bonne."],
  [{ kind: "refused", code: "PERIOD_CLOSED" }, "refusée", "Cette période est close"],
  [{ kind: "left_out" }, "laissée", "avant son tour"],
  [
    { kind: "incomplete", missing: [{ prm: "30001234567890", name: "École", days: [civilDate("2026-06-03")] }] },
    "incomplète",
    "1 PRM incomplet : École (30001234567890)",
  ],
] as const)("what became of a period is told: %j", ([outcome, text, detail]) => {
  const described = describeSettlementOutcome(outcome);
  expect(described.text).toBe(text);
  expect(plain(described.detail)).toContain(detail);
});

describe("what differs between two runs", () => {
  const nothing = {
    figures: {
      isIdentical: true,
      valueCount: 10,
      totals: {
        productionWh: { was: 1, is: 1 },
        withdrawalWh: { was: 1, is: 1 },
        selfConsumedWh: { was: 1, is: 1 },
        surplusWh: { was: 0, is: 0 },
        correctedSteps: { was: 0, is: 0 },
      },
      points: [],
      measures: [],
    },
    engine: null,
    isRuleSame: true,
    inputs: [],
    names: new Map([["school", { prm: "30001234567890", name: "École" }]]),
  } as const;

  test("is nothing when nothing does", () => {
    expect(describeRunComparison(nothing)).toEqual([]);
  });

  test("is said cause by cause: engine, perimeter, key, rule, measures", () => {
    const sentences = describeRunComparison({
      ...nothing,
      engine: { was: "1", is: "2" },
      isRuleSame: false,
      inputs: [
        {
          part: "perimeter",
          meteringPointId: "school",
          role: "consumer",
          was: [period("2026-06-01", "2026-07-01")],
          is: [],
        },
        { part: "key", id: "k", change: "added" },
      ],
      figures: {
        ...nothing.figures,
        measures: [
          {
            meteringPointId: "school",
            role: "consumer",
            days: [
              { day: civilDate("2026-06-03"), steps: 2 },
              { day: civilDate("2026-06-04"), steps: 1 },
            ],
          },
        ],
      },
    }).map(plain);
    expect(sentences).toEqual([
      "Le moteur de calcul est passé de la version 1 à la version 2.",
      "Périmètre : École (30001234567890), consommateur, était du 01/06/2026 au 30/06/2026 ; il est absent.",
      "Une clé de répartition s’ajoute.",
      "Les coefficients appliqués, ou la règle qui les choisit, ne sont plus les mêmes.",
      expect.stringMatching(/^Soutirage de École \(30001234567890\) : 3 pas différents, /),
    ]);
  });

  test("says of an older run that only its curves are compared, and names nobody who is erased", () => {
    const measures = [
      { meteringPointId: "gone", role: "producer" as const, days: [{ day: civilDate("2026-06-03"), steps: 1 }] },
    ];
    const sentences = describeRunComparison({ ...nothing, inputs: null, figures: { ...nothing.figures, measures } });
    expect(sentences[0]).toContain("seules ses courbes sont comparées");
    expect(sentences[1]).toContain("un PRM effacé");
  });
});
