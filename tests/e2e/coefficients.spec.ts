import { expect, OPERATION, test } from "./support/session";

test.describe.configure({ mode: "serial" });

test("shares above 100 % are counted at once and refused", async ({ page }) => {
  await page.goto(`${OPERATION}/coefficients/versions/enregistrer`, { waitUntil: "networkidle" });
  const form = page.getByRole("form", { name: "Clé déjà appliquée" });
  await form.getByLabel("Mairie").fill("23,0001");
  await expect(form.getByText("10,0001 % de trop".replace(" %", "\u00a0%"))).toBeVisible();
  await form.getByLabel("Premier jour").fill("2027-01-01");
  await form.getByRole("button", { name: "Enregistrer la clé" }).click();
  await expect(form.getByRole("alert")).toContainText("dépasse 100 %");
  await expect(form.getByLabel("Mairie")).toHaveValue("23,0001"); // what was typed stays
});

test("a default key is set from a day on, and the one before ends there", async ({ page }) => {
  await page.goto(`${OPERATION}/coefficients/versions/enregistrer`, { waitUntil: "networkidle" });
  const form = page.getByRole("form", { name: "Clé déjà appliquée" });
  await form.getByLabel(/Par défaut/).check();
  // Later than any request to the operator asks for, whose shares need a static key.
  await form.getByLabel("Premier jour").fill("2030-01-01");
  await form.getByRole("button", { name: "Enregistrer la clé" }).click();
  await expect(form.getByRole("status")).toContainText("01/01/2030");
  await page.goto(`${OPERATION}/coefficients/versions`);
  const history = page.getByRole("table", { name: /^Versions de la clé/ });
  await expect(history.getByRole("row", { name: /par défaut/ })).toContainText("01/01/2030");
  await expect(history.getByRole("row", { name: /statique en vigueur/ })).toBeVisible();
});
