import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { renderClimateReport } from "@/lib/documents/climate-report";
import type { ClimateReport } from "@/lib/domain/scoring/climate-report";
import { climateReport } from "../../support/climate-report";

async function read(change: Partial<ClimateReport> = {}) {
  const bytes = await renderClimateReport({ ...climateReport(), ...change });
  const { totalPages, text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return { totalPages, text: text.replace(/\s+/g, " ") };
}

const whole = read();

test("the whole programme takes four pages", async () => {
  expect((await whole).totalPages).toBe(4);
});

test.for([
  ["whose plan, on which day", "Plan climat : Commune de Saint-Exemple"],
  ["the day", "Synthèse pour le conseil, au 22/11/2026. Référentiel : texte importé le 02/06/2026."],
  ["what lacks for the next star", "pour la suivante"],
  ["the legend", "à renseigner"],
  ["a category", "Mise en œuvre"],
  ["a measure", "3.1.1 -Action"],
  ["the whole", "Plan entier"],
  ["what moved", "Ce qui a changé depuis « Printemps » (01/04/2026)"],
  ["what the table leaves out", "autres mesures sont dans le classeur"],
  ["what is planned", "31/03/2027 +Service énergie"],
  ["what proves it", "@délibération du 12/03/2026"],
  ["what the words mean", "Potentiel : Ce que la collectivité peut gagner"],
])("it says %s", async ([, words]) => {
  expect((await whole).text).toContain(words);
});

test("without a state before, plans or proofs, it says nothing of them", async () => {
  const { actions, root } = climateReport();
  const bare = actions.map((action) => ({ ...action, shown: null, note: null, evidence: [] }));
  const { text } = await read({ actions: bare, root: { ...root, plannedPoints: 0 }, change: null });
  expect(text).toContain("Rien n’est programmé.");
  expect(text).not.toMatch(/Ce qui a changé|Ce qui le prouve/);
});

test("a plan with nothing to earn is drawn all the same", async () => {
  const { root } = climateReport();
  const none = { potentialPoints: 0, donePoints: 0, plannedPoints: 0, notDonePoints: 0, unfilledPoints: 0 };
  const { text } = await read({ actions: [], categories: [], root: { ...root, ...none }, change: null });
  expect(text).not.toMatch(/NaN|null|undefined/);
});
