import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { renderCouncilReport } from "@/lib/documents/council-report";
import { composeCouncilReport, type ReportFacts } from "@/lib/domain/report/compose-council-report";
import { TEST_REPORT_FACTS, testHome, testMonth, testSite } from "../../support/council-report";

async function read(facts: ReportFacts): Promise<readonly string[]> {
  const pdf = await renderCouncilReport(composeCouncilReport(facts), null);
  const { text } = await extractText(await getDocumentProxy(pdf));
  return text.map((page) => page.replace(/\s+/g, " "));
}

describe("the report to the council on paper", () => {
  test("says the essentials on its first page, and names no person anywhere", async () => {
    const pages = await read(TEST_REPORT_FACTS);
    for (const part of [
      "Toits de Saint-Exemple : rapport au conseil",
      "De novembre 2025 à décembre 2025, les installations de l’opération ont produit 300 kWh.",
      "Bâtiments et habitants en ont utilisé 200 kWh au moment même où cette énergie était produite, soit 66,8 %",
      "Les 2 périodes sont calculées : rien ne manque.",
    ]) {
      expect(pages[0]).toContain(part);
    }
    expect(pages[0]).not.toContain("Le détail");
    const rest = pages.slice(1).join(" ");
    expect(rest).toContain("3 habitants 100 30 70 30,0 %");
    expect(rest).toContain("Empreinte des données");
    expect(pages.join(" ")).not.toMatch(/Personne|Maison/);
  });

  test("of one month is its month", async () => {
    const [first] = TEST_REPORT_FACTS.months;
    const [page] = await read({ ...TEST_REPORT_FACTS, months: first ? [first] : [] });
    expect(page).toContain("En novembre 2025, les installations");
    expect(page).toContain("La période est calculée : rien ne manque.");
  });

  test("says which months lack", async () => {
    const months = [...TEST_REPORT_FACTS.months, testMonth(2, null), testMonth(3, null)];
    const [page] = await read({ ...TEST_REPORT_FACTS, months });
    expect(page).toContain("2 périodes calculées sur 4 ; il manque janvier 2026 et février 2026.");
  });

  test("lists 230 metering points without naming a home", { timeout: 20_000 }, async () => {
    const sites = Array.from({ length: 115 }, (_, n) => testSite(`Bâtiment ${n}`, 1e6 + n, 4e5));
    const people = Array.from({ length: 115 }, (_, n) => testHome(String(n), 2e6, 1e5));
    const months = [testMonth(0, [7e7, 115 * 3e6 + (115 * 114) / 2, 115 * 5e5])];
    const producers = [testSite("Toiture", 7e7, 115 * 5e5)];
    const pages = await read({ ...TEST_REPORT_FACTS, months, producers, consumers: [...sites, ...people] });
    expect(pages.length).toBeLessThan(9);
    expect(pages.join(" ")).toContain("115 habitants");
  });
});
