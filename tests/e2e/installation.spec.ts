import AxeBuilder from "@axe-core/playwright";
import { expect, OPERATION, signIn, test } from "./support/session";

test.use({ role: null });

test("who manages the installation opens a collectivity, invites its administrator and reaches no operation", async ({
  page,
  complaints,
}) => {
  await signIn(page, "installation");
  await expect(page).toHaveURL(/\/installation$/);
  await page.waitForLoadState("networkidle");
  const rooms = page.getByRole("navigation", { name: "Navigation principale" }).getByRole("link");
  await expect(rooms).toHaveText(["Installation", "Comptes", "Collectivités", "Journal", "Aide"]);

  await page.goto("/installation/collectivites", { waitUntil: "networkidle" });
  const name = `Commune d’essai ${Date.now()}`;
  await page.getByLabel("Nom de la collectivité").fill(name);
  await page.getByRole("button", { name: "Créer la collectivité" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await page.waitForLoadState("networkidle");
  await page.getByRole("textbox", { name: "Nom", exact: true }).fill("Première Administratrice");
  await page.getByLabel("Adresse électronique").fill("premiere@commune.example");
  await page.getByRole("button", { name: "Inviter comme administrateur" }).click();
  await expect(page.getByLabel("Lien d’invitation")).toHaveValue(/^http.+\/lien\//);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.goto("/installation/comptes?q=prorata.example", { waitUntil: "networkidle" });
  await expect(page.getByRole("row", { name: /elu@prorata\.example/ })).toContainText("élu");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const form = page.getByRole("form", { name: "Inviter un administrateur de l’installation" });
  await form.getByRole("textbox", { name: "Nom" }).fill("Dominique Martin");
  await form.getByRole("textbox", { name: "Adresse électronique" }).fill("dominique@commune.example");
  await form.getByRole("button", { name: "Inviter comme administrateur de l’installation" }).click();
  await expect(page.getByLabel("Lien d’invitation")).toHaveValue(/^http.+\/lien\//);
  await page.getByRole("button", { name: "Révoquer le lien de Dominique Martin" }).click();
  await expect(page.getByRole("row", { name: /Dominique Martin/ })).toHaveCount(0);

  await page.goto("/compte");
  await expect(page.getByRole("heading", { name: "Adresse électronique" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /Clés d’API|Rappels/ })).toHaveCount(0); // they are of operations

  await page.goto(OPERATION);
  await expect(page.getByRole("heading", { name: "Page introuvable" })).toBeVisible();
  complaints.length = 0; // React may tell the console that a page being streamed ended in "not found"
});
