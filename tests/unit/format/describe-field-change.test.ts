import { expect, test } from "vitest";
import type { FieldChange } from "@/lib/domain/perimeter/compare-perimeter";
import { describeFieldChange } from "@/lib/format/describe-field-change";

test.for<[FieldChange, string]>([
  [{ field: "coefficientPpm", before: 125_000, after: 100_000 }, "coefficient : 12,5 % → 10 %"],
  [{ field: "peakPowerW", before: null, after: 54_000 }, "puissance crête : – → 54,0 kW"],
  [{ field: "legalId", before: "21669999100016", after: null }, "SIRET ou RNA : 21669999100016 → –"],
  [{ field: "name", before: "Mairie", after: "Commune" }, "titulaire : Mairie → Commune"],
])("%o", ([change, text]) => {
  expect(describeFieldChange(change).replaceAll("\u00a0", " ")).toBe(text);
});
