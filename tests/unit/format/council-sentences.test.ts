import { expect, test } from "vitest";
import type { MonthsComparison, QuantityComparison } from "@/lib/domain/dashboard/compare-months";
import { describeForecast, describeLastYear } from "@/lib/format/council-sentences";

const plain = (texts: readonly string[]) => texts.map((text) => text.replaceAll(/[\u00a0\u202f]/g, " "));

const over = (months: number, changeRatio: number | null): QuantityComparison => {
  return { months, currentWh: 1000, referenceWh: 1000, changeRatio };
};

const compared = (productionWh: QuantityComparison | null, selfConsumedWh: QuantityComparison | null) => {
  const none = { surplusWh: null, withdrawalWh: null, complementWh: null };
  return { productionWh, selfConsumedWh, ...none } satisfies MonthsComparison;
};

test.for([
  ["nothing to compare with", null, null, []],
  [
    "both over as many",
    over(9, 0.07),
    over(9, -0.02),
    ["la production est en hausse de 7 % et l’énergie utilisée sur place en baisse de 2 % (9 périodes comparées)."],
  ],
  [
    "fewer for one of them",
    over(9, 0.07),
    over(1, 0),
    [
      "la production est en hausse de 7 % (9 périodes comparées) et l’énergie utilisée sur place stable (1 période comparée).",
    ],
  ],
  ["one of them alone", over(2, 0.07), null, ["la production est en hausse de 7 % (2 périodes comparées)."]],
] as const)("a forecast: %s", ([, production, selfConsumed, expected]) => {
  expect(plain(describeForecast(compared(production, selfConsumed)))).toEqual(
    expected.map((words) => `Par rapport à la prévision, ${words}`),
  );
});

test.for([
  [9, "en hausse de 7 % et l’énergie utilisée sur place stable (9 mois que les deux années ont)."],
  [
    3,
    "en hausse de 7 % (9 mois que les deux années ont) et l’énergie utilisée sur place stable (3 mois que les deux années ont).",
  ],
] as const)("last year, with %i months of what was used", ([months, words]) => {
  expect(plain(describeLastYear(compared(over(9, 0.07), over(months, 0))))).toEqual([
    `Par rapport à l’année précédente, la production est ${words}`,
  ]);
});
