import { expect, test } from "vitest";
import { termOfWord } from "@/components/help/term-of-word";
import { GLOSSARY } from "@/lib/content/glossary/glossary";

test.for([
  ["Autoconsommé", "autoconsomme"],
  ["Complément", "complement"],
  ["PRM", "prm"],
  ["Taux d’autoproduction", "taux-autoproduction"],
] as const)("the column « %s » opens the entry %s", ([word, key]) => {
  expect(termOfWord(word)).toBe(key);
  expect(GLOSSARY).toHaveProperty(key);
});

test("a heading that speaks for itself opens nothing", () => {
  for (const word of ["Site", "Participant", "", "constructor"]) expect(termOfWord(word)).toBeNull();
});
