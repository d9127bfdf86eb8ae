import { readFile } from "node:fs/promises";
import { expect, OPERATION, test } from "./support/session";

test("a year at a glance: figures against the forecast, months as a table and a file, another year", async ({
  page,
}) => {
  await page.goto(OPERATION, { waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { level: 1, name: /12 derniers mois/ })).toBeVisible();
  await expect(page.getByText(/en (hausse|baisse) : .* par rapport à la prévision/).first()).toBeVisible();
  await expect(page.getByText(/facteur de 2024/)).toBeVisible();

  const production = page.getByRole("figure", { name: /Production mois par mois/ });
  await production.getByRole("button", { name: "Voir le tableau" }).click();
  const months = production.getByRole("table");
  await expect(months.getByRole("columnheader", { name: /Production prévue/ })).toBeVisible();
  await expect(months.getByRole("row", { name: /juin 2026/ })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    production.getByRole("button", { name: "CSV" }).first().click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toContain("Écart avec la prévision");

  await page
    .getByRole("navigation", { name: "Période du tableau de bord" })
    .getByRole("link", { name: "2025" })
    .click();
  await expect(page).toHaveURL(/periode=2025$/);
  await expect(page.getByRole("heading", { level: 1, name: /2025/ })).toBeVisible();
  await expect(page.getByText(/Du 01\/10\/2025 au 31\/12\/2025/).first()).toBeVisible();
});

test("a forecast is read before it is kept, and taken back", async ({ page }) => {
  await page.goto(`${OPERATION}/reglages/previsions`, { waitUntil: "networkidle" });
  const form = page.getByRole("form", { name: "Prévision mois par mois" });
  await form.getByLabel("Année de l’opération").selectOption({ label: "Année 2 : octobre 2026 à septembre 2027" });
  await form.getByLabel("Source").fill("Étude d’essai");
  const table = form.getByLabel("Douze lignes copiées d’un tableur");
  await table.fill("4 900\t15 000\t3 500");
  await form.getByRole("button", { name: "Vérifier les douze mois" }).click();
  await expect(form.getByText(/ce tableau en a 1/)).toBeVisible();
  await expect(table).toBeFocused();

  await table.fill(Array.from({ length: 12 }, () => "4 900\t15 000\t71 %").join("\n"));
  await form.getByRole("button", { name: "Vérifier les douze mois" }).click();
  await expect(form.getByText(/septembre 2027 : production 4\s900\skWh/)).toBeVisible();
  await form.getByRole("button", { name: "Enregistrer quand même" }).click();
  await expect(form.getByText(/C’est enregistré/)).toBeVisible();

  const kept = page.getByRole("region", { name: "Année qui commence en octobre 2026" });
  await expect(kept.getByText(/Étude d’essai/)).toBeVisible();
  await kept.getByRole("button", { name: "Retirer cette prévision" }).click();
  await expect(kept).toHaveCount(0);
  await expect(page.getByRole("table", { name: /Prévisions remplacées ou retirées/ })).toContainText("Étude d’essai");
});
