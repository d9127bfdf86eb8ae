import { expect, test } from "vitest";
import { describeKnownMonths } from "@/lib/format/describe-known-months";
import { sumKnownMonths } from "@/lib/services/dashboard/sum-known-months";

test.for([
  [[], null],
  [[null, null], null],
  [[100, null, 250], { amount: 350, months: 2 }],
  [[0, -5], { amount: -5, months: 2 }],
] as const)("%j is %j: never more months than are known", ([amounts, sum]) => {
  expect(sumKnownMonths(amounts)).toEqual(sum);
});

test.for([
  [10, 10, ""],
  [5, 10, "sur 5 mois connus de 10"],
  [1, 2, "sur 1 mois connu de 2"],
] as const)("%i known of %i: %s", ([known, settled, text]) => {
  expect(describeKnownMonths(known, settled).replace(/\s/g, " ")).toBe(text);
});
