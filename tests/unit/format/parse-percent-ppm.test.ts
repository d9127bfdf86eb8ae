import { expect, test } from "vitest";
import { parsePercentPpm } from "@/lib/format/parse-percent-ppm";

test.for([
  ["0", 0],
  ["100", 1_000_000],
  ["33,33", 333_300],
  ["33.3333", 333_333],
  [" 12,5 % ", 125_000],
  ["0,0001", 1],
  ["100,0001", null],
  ["-1", null],
  ["1,23456", null],
  ["1e2", null],
  ["", null],
  ["douze", null],
] as const)("« %s » is %o ppm", ([text, ppm]) => {
  expect(parsePercentPpm(text)).toBe(ppm);
});
