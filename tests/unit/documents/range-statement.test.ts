import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { renderRangeStatement } from "@/lib/documents/range-statement";
import { civilDate } from "@/lib/domain/time/civil-date";

const FRAME = {
  operation: { name: "Saint-Exemple", accNumber: "ACC00000112" },
  sender: ["Commune de Saint-Exemple"],
  range: { from: civilDate("2026-05-01"), toExclusive: civilDate("2026-07-01") },
};

const month = (from: string, toExclusive: string, energyWh: number | null) => ({
  period: { from: civilDate(from), toExclusive: civilDate(toExclusive) },
  version: 2,
  createdAt: new Date("2026-07-06T08:00:00Z"),
  consumption: energyWh === null ? null : { energyWh, sharedWh: energyWh / 2, restWh: energyWh / 2 },
  production: null,
});

test("a statement of several months has a line for each, a dash where nothing was held, and their sum", async () => {
  const months = [month("2026-05-01", "2026-06-01", 1_234_560), month("2026-06-01", "2026-07-01", null)];
  const participant = { name: "Jeanne Exemple", address: "7 impasse des Lilas" };
  const pdf = await renderRangeStatement(FRAME, { participant, months });
  const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true });
  const words = text.replace(/\s+/g, " ");
  expect(words).toContain("Saint-Exemple (ACC00000112), mai 2026 à juin 2026.");
  expect(words).toContain("mai 2026 1 234,56 617,28 617,28 50,0 % v2, 06/07/2026");
  expect(words).toContain("juin 2026 – – – –");
  expect(words).toContain("Total 1 234,56 617,28 617,28 50,0 %");
  expect(words).not.toContain("Ce que vous avez produit");
});
