import AxeBuilder from "@axe-core/playwright";
import { expect, OPERATION, test } from "./support/session";

test("a resident gets his data, is erased after reading what goes, and the journal names nobody", async ({ page }) => {
  await page.goto(`${OPERATION}/participants/nouveau`, { waitUntil: "networkidle" });
  const person = page.getByRole("form", { name: "Participant" });
  await person.getByLabel("Une personne physique : un habitant").check();
  await person.getByLabel("Prénom et nom").fill("Camille Exemple");
  await person.getByRole("button", { name: "Ajouter le participant" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Camille Exemple" })).toBeVisible();

  await page.getByRole("link", { name: "Données personnelles" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Données personnelles" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Relevé (PDF)" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("donnees-personnelles.pdf");

  const form = page.getByRole("form", { name: "Effacement" });
  await form.getByRole("button", { name: "Enregistrer la demande d’effacement" }).click();
  await expect(form.getByText("Cochez la case : ce qui est effacé ne revient pas.")).toBeVisible();
  await form.getByRole("checkbox").check();
  await form.getByRole("button", { name: "Enregistrer la demande d’effacement" }).click();
  await expect(page.getByText(/Les données ont été effacées le/)).toBeVisible();

  await page.goto(`${OPERATION}/reglages/journal?quoi=personal_data`, { waitUntil: "networkidle" });
  const journal = page.getByRole("table", { name: "Journal de l’opération" });
  await expect(journal).toContainText("Données personnelles d’un participant effacées");
  await expect(journal).toContainText("Données personnelles d’un participant exportées");
  await expect(page.getByText("Camille Exemple")).toHaveCount(0);
});

test.describe("an elected member", () => {
  test.use({ role: "elu" });
  test("reads the journal", async ({ page }) => {
    await page.goto(`${OPERATION}/reglages/journal`, { waitUntil: "networkidle" });
    await expect(page.getByRole("table", { name: "Journal de l’opération" })).toContainText("Période calculée");
  });
});
