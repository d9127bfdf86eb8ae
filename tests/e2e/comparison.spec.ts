import { expect, OPERATION, test } from "./support/session";

const SEPTEMBER = `${OPERATION}/periodes/2026-09-01`;

test("a month that the operator settled otherwise says who, since when and why, down to the half-hour", async ({
  page,
}) => {
  await page.goto(SEPTEMBER, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Comparer au gestionnaire" }).click();
  await expect(page.getByText(/^2\sPRM diffèrent, /)).toBeVisible();
  await expect(
    page.getByText(/ne compte plus « Point-jeunes » \(PRM 99000000001035\) depuis le 28\/09\/2026/),
  ).toBeVisible();
  await expect(page.getByText(/Elle explique tous les écarts/)).toBeVisible();

  const table = page.getByRole("table", { name: "Nos valeurs et celles du gestionnaire" });
  await table.getByRole("link", { name: "Point-jeunes" }).first().click();
  await expect(page).toHaveURL(/prm=99000000001035.*jour=2026-09-28/);
  const steps = page.getByRole("table", { name: /pas par pas, le 28\/09\/2026/ });
  await expect(steps.getByRole("row")).toHaveCount(49); // header, 48 half-hours
  await expect(steps.getByText("écart").first()).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Rapport (PDF)" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^saint-exemple-les-vignes-2026-09-01-comparaison-v\d+\.pdf$/);
});

test("a month without a difference says so, and one without figures says what to import", async ({ page }) => {
  await page.goto(`${OPERATION}/periodes/2026-07-01/comparaison`);
  await expect(page.getByText("Aucun écart au-dessus de l’arrondi des fichiers")).toBeVisible();
  await page.goto(`${OPERATION}/periodes/2026-06-01/comparaison`);
  await expect(page.getByRole("link", { name: "Importer les données du gestionnaire" })).toBeVisible();
});
