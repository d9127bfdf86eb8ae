import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { renderParticipantStatement } from "@/lib/documents/participant-statement";
import type { ParticipantStatement } from "@/lib/domain/settlement/participant-statement";
import { civilDate } from "@/lib/domain/time/civil-date";

const JUNE = { from: civilDate("2026-06-01"), toExclusive: civilDate("2026-07-01") };
const NOTHING = { energyWh: 0, sharedWh: 0, restWh: 0 };

const FRAME = {
  operation: { name: "Saint-Exemple", accNumber: "ACC00000112" },
  sender: ["Commune de Saint-Exemple"],
  period: JUNE,
  version: 2,
  createdAt: new Date("2026-07-06T08:00:00Z"),
  stepMinutes: 30,
};

const STATEMENT: ParticipantStatement = {
  participant: { name: "Jeanne Exemple", address: "7 impasse des Lilas" },
  consumption: null,
  production: null,
  rules: [{ ...JUNE, appliedKind: "default", reason: "no_key", articles: ["4.1"], shares: [] }],
};

const point = (changes: object) => ({
  prm: "99000000000134",
  name: "Maison",
  days: JUNE,
  correctedSteps: 0,
  parts: [],
  ...NOTHING,
  ...changes,
});

async function read(statement: ParticipantStatement): Promise<{ readonly pages: number; readonly text: string }> {
  const pdf = await renderParticipantStatement(FRAME, statement);
  const { totalPages, text } = await extractText(await getDocumentProxy(pdf), { mergePages: true });
  return { pages: totalPages, text: text.replace(/\s+/g, " ") };
}

test("whoever produced reads what was used of it and his surplus, and no word of consumption", async () => {
  const energies = { energyWh: 1_234_560, sharedWh: 1_000_000, restWh: 234_560 };
  const { pages, text } = await read({
    ...STATEMENT,
    production: {
      points: [point(energies)],
      total: energies,
      days: [{ day: JUNE.from, ...energies }],
      consumerCount: 11,
    },
  });
  expect(pages).toBe(1);
  expect(text).toContain("1 234,56 1 000,00 234,56");
  expect(text).toContain("soit 81,0 %, en 11 points de livraison. Le surplus, 234,56 kWh, va à votre acheteur.");
  expect(text).not.toContain("Soutiré");
});

test("a month without a single kilowatt-hour says so, without a rate nor a chart", async () => {
  const { text } = await read({
    ...STATEMENT,
    consumption: { points: [point({})], total: NOTHING, days: [{ day: JUNE.from, ...NOTHING }], sources: [] },
  });
  expect(text).toContain("Vos compteurs n’ont rien soutiré pendant la période.");
  expect(text).toContain("Vous n’avez pas reçu d’énergie de l’opération.");
  expect(text).not.toContain("le plus haut");
});

test("tariff periods and corrected values are told where there are some", async () => {
  const energies = { energyWh: 100_000, sharedWh: 40_000, restWh: 60_000 };
  const parts = [
    { period: "HP" as const, energyWh: 70_000, sharedWh: 35_000, restWh: 35_000 },
    { period: null, energyWh: 30_000, sharedWh: 5_000, restWh: 25_000 },
  ];
  const { text } = await read({
    ...STATEMENT,
    consumption: {
      points: [point({ ...energies, parts, correctedSteps: 3 })],
      total: energies,
      days: [{ day: JUNE.from, ...energies }],
      sources: [{ name: "Halle (Commune de Saint-Exemple)", energyWh: 40_000 }],
    },
  });
  expect(text).toContain("dont HP, heures pleines 70,00 35,00 35,00");
  expect(text).toContain("poste non renseigné 30,00 5,00 25,00");
  expect(text).toContain("Halle (Commune de Saint-Exemple) 40,00 100,0 %");
  expect(text).toContain("3 valeurs absentes ou invalides de vos compteurs ont été remplacées");
});
