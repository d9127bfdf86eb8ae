import { expect, test } from "vitest";
import { describeMissingFields, labelOf, PROXIMITY_OPTIONS } from "@/lib/format/operation-labels";

test("what is missing is told part by part", () => {
  expect(
    describeMissingFields([
      { of: "organiser", field: "siret" },
      { of: "organiser", field: "address" },
      { of: "operation", field: "place" },
    ]),
  ).toEqual(["Personne morale organisatrice : numéro SIRET, adresse", "Opération : lieu"]);
});

test("a value has its words, and none a dash", () => {
  expect(labelOf(PROXIMITY_OPTIONS, "extended")).toBe("Étendue");
  expect(labelOf(PROXIMITY_OPTIONS, null)).toBe("–");
});
