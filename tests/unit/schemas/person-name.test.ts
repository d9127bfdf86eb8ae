import { expect, test } from "vitest";
import { personNameSchema } from "@/lib/schemas/person-name";

test.for([
  ["Anne-Marie d’Été", "Anne-Marie d’Été"],
  [" Jeanne Petit\n", "Jeanne Petit"],
  ["x".repeat(80), "x".repeat(80)],
  ["", ""],
])("%j is a name", ([typed, kept]) => {
  expect(personNameSchema.parse(typed)).toBe(kept);
});

test.for(["Jeanne\u0000Petit", "Jeanne\nPetit", "Jeanne\tPetit", "x".repeat(81), undefined])("%j is none", (typed) => {
  expect(personNameSchema.safeParse(typed).success).toBe(false);
});
