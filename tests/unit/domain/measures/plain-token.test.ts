import { expect, test } from "vitest";
import { plainToken } from "@/lib/domain/measures/plain-token";

test.for([
  ["Quantités", "quantites"],
  ["QUANTITES", "quantites"],
  ["Auto-conso 2", "autoconso2"],
  ["", ""],
] as const)("%j is remembered as %j", ([token, plain]) => {
  expect(plainToken(token)).toBe(plain);
});
