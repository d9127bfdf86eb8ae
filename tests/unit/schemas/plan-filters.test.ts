import { expect, test } from "vitest";
import type { ActionFilters } from "@/lib/domain/scoring/action-filters";
import { planFiltersSchema, writePilotParam } from "@/lib/schemas/plan-filters";

const ANY: ActionFilters = { category: null, status: null, pilot: null, due: null, onlyGaps: false, search: "" };

test.for<[object, Partial<ActionFilters>]>([
  [{}, {}],
  [{ collectivite: "x", autre: "y" }, {}],
  [
    { categorie: "mise-en-oeuvre", statut: "non-renseigne" },
    { category: "implementation", status: "unfilled" },
  ],
  [
    { echeance: "en-retard", manque: "1" },
    { due: "late", onlyGaps: true },
  ],
  [
    { echeance: "90", q: " réseau " },
    { due: 90, search: "réseau" },
  ],
  [{ pilote: "sans" }, { pilot: "none" }],
  // Typed by hand, or of another version: as if absent.
  [{ categorie: "autre", statut: ["fait", "pas-fait"], echeance: "12", manque: "oui", pilote: "Marie" }, {}],
])("%o", ([search, expected]) => {
  expect(planFiltersSchema.parse(search).filters).toEqual({ ...ANY, ...expected });
});

test("a pilot is read as it was written", () => {
  for (const pilot of [
    { kind: "member", userId: "01a2" },
    { kind: "service", name: "Voirie : nord" },
    "none",
  ] as const) {
    expect(planFiltersSchema.parse({ pilote: writePilotParam(pilot) }).filters.pilot).toEqual(pilot);
  }
});
