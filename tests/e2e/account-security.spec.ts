import { expect, type Page, test } from "@playwright/test";
import { DEMONSTRATION_PASSWORD } from "@/lib/cli/demonstration-accounts.mjs";
import { readBase32 } from "@/lib/services/accounts/security/base32";
import { totpCode } from "@/lib/services/accounts/security/totp-code";

// The account no other test signs in with: what happens to it here disturbs nobody.
const EMAIL = "installation@prorata.example";
const STEP_MS = 30_000;

test.setTimeout(120_000); // five times signed in, each with a hash that is slow on purpose

async function givePassword(page: Page, address = "/connexion", email = EMAIL): Promise<void> {
  await page.goto(address, { waitUntil: "networkidle" });
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByRole("textbox", { name: "Mot de passe" }).fill(DEMONSTRATION_PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
}

/** A code not used yet: the one of now, or of the half-minute to come, which counts too. */
const codeOf = (secret: string, aheadSteps: 0 | 1) =>
  totpCode(readBase32(secret.replaceAll(" ", "")), Math.floor(Date.now() / STEP_MS) + aheadSteps);

test("a second factor is switched on, asked for at sign-in, replaced by a recovery code, and switched off", async ({
  page,
  browser,
  baseURL,
}) => {
  const elsewhere = await (await browser.newContext(baseURL ? { baseURL } : {})).newPage();
  await givePassword(elsewhere);
  await expect(elsewhere).not.toHaveURL(/connexion/);

  await givePassword(page, "/connexion?suite=%2Fcompte%2Fsecurite");
  await expect(page).toHaveURL(/\/compte\/securite$/); // where he was going
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Activer la double authentification" }).click();
  await page.getByRole("textbox", { name: "Votre mot de passe" }).fill(DEMONSTRATION_PASSWORD);
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByRole("img", { name: /Code QR/ })).toBeVisible();
  const secret = await page.getByLabel("Secret", { exact: true }).innerText();
  await page.getByRole("textbox", { name: "Premier code" }).fill("12");
  await page.getByRole("button", { name: "Activer", exact: true }).click();
  await expect(page.getByText("Ce code n’est pas le bon")).toBeVisible();
  await page.getByRole("textbox", { name: "Premier code" }).fill(codeOf(secret, 0));
  await page.getByRole("button", { name: "Activer", exact: true }).click();
  const codes = (await page.getByLabel("Codes de secours", { exact: true }).innerText()).split("\n");
  await expect(page.locator(":focus")).toContainText("Gardez ces codes de secours"); // the form had it, and is gone
  expect(codes).toHaveLength(10);
  await page.getByRole("button", { name: "Je les ai gardés" }).click();
  await expect(page.getByText(codes[0] ?? "")).toHaveCount(0);

  // Whoever had come in with the password alone is out.
  await elsewhere.goto("/compte/securite");
  await expect(elsewhere).toHaveURL(/\/connexion\?suite=%2Fcompte%2Fsecurite$/);

  await givePassword(elsewhere);
  await elsewhere.getByRole("textbox", { name: "Code de l’application" }).fill(codeOf(secret, 1));
  await elsewhere.getByRole("button", { name: "Vérifier le code" }).click();
  await expect(elsewhere).not.toHaveURL(/connexion/);

  await page.reload({ waitUntil: "networkidle" });
  await page.getByRole("button", { name: /^Déconnecter Chrome/ }).click();
  await expect(page.getByRole("button", { name: /^Déconnecter/ })).toHaveCount(0);
  await elsewhere.goto("/compte");
  await expect(elsewhere).toHaveURL(/\/connexion/);

  await givePassword(elsewhere);
  await elsewhere.getByRole("button", { name: "Utiliser un code de secours" }).click();
  await elsewhere.getByRole("textbox", { name: "Code de secours" }).fill((codes[0] ?? "").toLowerCase());
  await elsewhere.getByRole("button", { name: "Vérifier le code" }).click();
  await expect(elsewhere).not.toHaveURL(/connexion/);
  await elsewhere.context().close();

  await page.reload({ waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Déconnecter partout ailleurs" }).click();
  await expect(page.getByRole("button", { name: "Déconnecter partout ailleurs" })).toHaveCount(0);
  await page.getByRole("button", { name: "Désactiver" }).click();
  await page.getByRole("textbox", { name: "Votre mot de passe" }).fill(DEMONSTRATION_PASSWORD);
  await page.getByRole("textbox", { name: "Code" }).fill(codes[1] ?? "");
  await page.getByRole("button", { name: "Désactiver la double authentification" }).click();
  await expect(page.getByRole("button", { name: "Activer la double authentification" })).toBeVisible();
});

test("nothing typed is lost when the session ends: one signs in beside the page", async ({ page }) => {
  await givePassword(page, "/connexion?suite=%2Fcompte", "elu@prorata.example");
  await expect(page).toHaveURL(/\/compte$/);
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Nom du calendrier").fill("Agenda de la mairie");
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Créer une adresse de calendrier" }).click();
  const notice = page.getByRole("status").filter({ hasText: "Votre session est finie" });
  const link = notice.getByRole("link", { name: "Connectez-vous dans un autre onglet" });
  await expect(link).toHaveAttribute("href", "/connexion?suite=%2Fcompte");
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(page.getByLabel("Nom du calendrier")).toHaveValue("Agenda de la mairie");

  await page.context().addCookies(cookies); // signed in again in that tab
  await page.getByRole("button", { name: "Créer une adresse de calendrier" }).click();
  await expect(page.getByText("Voici l’adresse.")).toBeVisible();
  await expect(notice).toHaveCount(0);
  await expect(page.getByLabel("Nom du calendrier")).toHaveValue("");
});
