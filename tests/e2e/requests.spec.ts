import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { addDays } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { formatDay } from "@/lib/format/format-date";
import { expect, OPERATION, test } from "./support/session";

const ROOM = `${OPERATION}/echeances/demandes`;
const TODAY = parisCivilDate(Date.now());
const FAR = addDays(TODAY, 700); // no worker of this installation comes to it

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test("the demonstration shows a request in each state, and each opens", async ({ page }) => {
  await page.goto(ROOM, { waitUntil: "networkidle" });
  const table = page.getByRole("table", { name: /^Demandes au gestionnaire/ });
  await expect(table.getByRole("row", { name: /n° 1/ })).toContainText("acceptée");
  await expect(table.getByRole("row", { name: /n° 2/ })).toContainText("anomalie à corriger");
  await expect(table.getByRole("row", { name: /n° 3/ })).toContainText("envoyée");
  await expectAccessible(page);
  await table.getByRole("link", { name: "n° 2" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Demande n° 2" })).toBeVisible();
  await expect(page.getByText(/La courbe de ce point n’a pas été collectée/).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /^Annexe 2/ }).first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expectAccessible(page);
});

test("new shares are asked for, refused by an anomaly, corrected, sent again, accepted and withdrawn", async ({
  page,
}) => {
  test.slow();
  await page.goto(`${ROOM}/nouvelle`, { waitUntil: "networkidle" });
  await expectAccessible(page);
  await page.getByRole("link", { name: "Nouvelles valeurs statiques" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nouvelles valeurs statiques" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  const form = page.getByRole("form", { name: "Demande au gestionnaire" });
  await form.getByLabel("Mairie").fill("100");
  await form.getByRole("button", { name: "Vérifier la demande" }).click();
  await expect(form.getByRole("alert")).toBeVisible();
  await expect(form.getByText("La somme des coefficients dépasse 100 %.").first()).toBeVisible();
  await form.getByLabel("Mairie").fill("11");
  await form.getByLabel(/^Effet souhaité le/).fill(FAR);
  await expect(form.getByText(/à envoyer au plus tard le/)).toContainText(formatDay(FAR));
  await expectAccessible(page);
  await form.getByRole("button", { name: "Vérifier la demande" }).click();

  await expect(page.getByRole("heading", { level: 1, name: /^Demande n° \d+/ })).toBeVisible();
  await expect(page.getByText("La somme des coefficients est inférieure à 100 %")).toBeVisible();
  await send(page);
  await page.getByText("Le gestionnaire signale une anomalie", { exact: true }).click();
  const anomaly = page.getByRole("form", { name: "Anomalie" });
  await anomaly.getByLabel("PRM").selectOption({ label: "Mairie (99000000000134)" });
  await anomaly.getByLabel("Ce que l’anomalie concerne").selectOption({ label: "coefficients de répartition" });
  await anomaly.getByLabel("Texte du gestionnaire").fill("Valeur à confirmer");
  await anomaly.getByRole("button", { name: "Enregistrer l’anomalie" }).click();
  await expect(page.getByText("« Valeur à confirmer »").first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Corriger la demande" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Corriger la demande" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Ramener la somme à 100 %" }).click();
  await expect(page.getByText(/^Somme :/).filter({ visible: true })).toContainText(/100\s%/);
  await page.getByRole("button", { name: "Enregistrer et vérifier" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Demande n° \d+/ })).toBeVisible();
  await send(page);
  const acceptance = page.getByRole("form", { name: "Acceptation" });
  await acceptance.getByRole("button", { name: "Enregistrer l’acceptation" }).click();
  const accepted = page.getByText(`Acceptée : elle prend effet le ${formatDay(FAR)}`);
  await expect(accepted.filter({ visible: true })).toBeVisible();
  const history = page.getByRole("region", { name: "Historique" });
  await expect(history.getByRole("listitem").filter({ hasText: "Corrigée et renvoyée" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Retirer la demande" }).click();
  await expect(page.getByText("retirée", { exact: true }).filter({ visible: true })).toBeVisible();
});

async function send(page: Page) {
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Préparer les fichiers" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("link", { name: /^Annexe 2 \(classeur\)/ })
      .first()
      .click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^ACC00009999_\d{8}_ANNEXE 2\.xlsx$/);
  await page.getByRole("button", { name: "Enregistrer l’envoi" }).click();
  await expect(page.getByRole("heading", { name: "Étape suivante : la réponse du gestionnaire" })).toBeVisible();
}

test.describe("an elected member", () => {
  test.use({ role: "elu" });
  test("reads where requests stand, and writes none", async ({ page }) => {
    await page.goto(ROOM, { waitUntil: "networkidle" });
    await expect(page.getByRole("link", { name: "Nouvelle demande" })).toHaveCount(0);
    await page.getByRole("link", { name: "n° 3" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Demande n° 3" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Retirer la demande" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: /^Annexe 2/ })).toHaveCount(0);
  });
});
