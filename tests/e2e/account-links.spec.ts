import type { Browser, Page } from "@playwright/test";
import { collectComplaints } from "./support/collect-complaints";
import { expect, signIn, test } from "./support/session";

const PASSWORD = "une longue phrase à retenir";
const INVITED = "invitee-du-navigateur@prorata.example";
/** Has an account, of no right in the collectivity's list. */
const KNOWN = "auditeur@prorata.example";

test.use({ role: null });

/** A browser of somebody who is not signed in. */
async function openElsewhere(browser: Browser, address: string): Promise<{ guest: Page; complaints: string[] }> {
  const page = await (await browser.newContext({ storageState: { cookies: [], origins: [] } })).newPage();
  const { complaints } = collectComplaints(page);
  const answer = await page.goto(address, { waitUntil: "networkidle" });
  expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
  expect(answer?.headers()["cache-control"]).toContain("no-store");
  return { guest: page, complaints };
}

/** The page of a handed-over link but for whom it is for, until when, and the ids that are drawn at each look. */
async function shownOf(guest: Page, ...own: readonly string[]): Promise<string> {
  const html = await guest.getByRole("main").innerHTML();
  return own
    .reduce((rest, word) => rest.replaceAll(word, "…"), html)
    .replaceAll(/\/lien\/[\w-]{43}|[\w-]{43}|\d\d\/\d\d\/\d{4}|\d\d:\d\d|mantine-[a-z\d]{9}(?=["-])/g, "…");
}

test("an administrator hands an invitation over, it is accepted once, and a forgotten password goes the same way", async ({
  page,
  browser,
}) => {
  await signIn(page, "admin");
  await page.goto("/acces", { waitUntil: "networkidle" });
  const form = page.getByRole("form", { name: /^Inviter dans/ });
  await form.getByLabel("Nom").fill("Camille Durand");
  await form.getByLabel("Adresse électronique").fill(INVITED);
  await form.getByLabel("Rôle").selectOption("elected");
  await form.getByRole("button", { name: "Créer un lien à remettre" }).click();
  const invitation = await page.getByText(/\/lien\/[\w-]{43}$/).innerText();
  await form.getByLabel("Nom").fill("Dominique Martin");
  await form.getByLabel("Adresse électronique").fill(KNOWN);
  await form.getByRole("button", { name: "Créer un lien à remettre" }).click();
  await expect(page.getByText(invitation)).toHaveCount(0);
  const toKnown = await page.getByText(/\/lien\/[\w-]{43}$/).innerText();

  const { guest, complaints } = await openElsewhere(browser, invitation);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Votre invitation");
  await expect(guest.getByText(INVITED)).toBeVisible();
  const shown = await shownOf(guest, INVITED, "Camille Durand");
  await guest.goto(toKnown, { waitUntil: "networkidle" });
  expect(await shownOf(guest, KNOWN, "Dominique Martin")).toBe(shown);
  await guest.getByRole("textbox", { name: "Mot de passe à choisir" }).fill(PASSWORD);
  await guest.getByRole("button", { name: "Accepter l’invitation" }).click();
  await expect(guest.getByRole("radio", { name: "Non, pas encore" })).toBeFocused();
  await guest.getByRole("radio", { name: "Oui" }).check();
  await guest.getByRole("textbox", { name: "Mot de passe de ce compte" }).fill(PASSWORD);
  await guest.getByRole("button", { name: "Accepter l’invitation" }).click();
  await expect(guest.getByText("Adresse ou mot de passe incorrect.")).toBeVisible();
  await expect(guest.getByRole("radio", { name: "Oui" })).toBeChecked();
  await guest.goto(invitation, { waitUntil: "networkidle" });
  await guest.getByRole("textbox", { name: "Mot de passe à choisir" }).fill("motdepasse123");
  await guest.getByRole("button", { name: "Accepter l’invitation" }).click();
  await expect(guest.getByText(/ceux qu’on essaie en premier/)).toBeVisible();
  await expect(guest.getByRole("textbox", { name: "Votre nom" })).toHaveValue("Camille Durand");
  await guest.getByRole("textbox", { name: "Mot de passe à choisir" }).fill(PASSWORD);
  await guest.getByRole("button", { name: "Accepter l’invitation" }).click();
  await expect(guest.getByText("Votre accès est ouvert.")).toBeVisible();
  await guest.goto(invitation, { waitUntil: "networkidle" });
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Ce lien ne mène plus à rien");

  await guest.getByRole("link", { name: "Mot de passe oublié" }).click();
  await guest.waitForURL(/mot-de-passe-oublie/);
  await guest.waitForLoadState("networkidle");
  await guest.getByLabel("Adresse électronique").fill(INVITED);
  await guest.getByRole("button", { name: "Demander un lien" }).click();
  await expect(guest.getByText("La demande est faite")).toBeVisible();

  await page.reload({ waitUntil: "networkidle" });
  await expect(page.getByRole("row", { name: /Camille Durand.*nouveau mot de passe/ })).toBeVisible();
  await page.getByRole("button", { name: "Créer un lien à remettre à Camille Durand" }).click();
  const reset = await page.getByText(/\/lien\/[\w-]{43}$/).innerText();
  await guest.goto(reset, { waitUntil: "networkidle" });
  await guest.getByRole("textbox", { name: "Mot de passe à choisir" }).fill(`${PASSWORD} encore`);
  await guest.getByRole("button", { name: "Choisir ce mot de passe" }).click();
  await guest.getByRole("link", { name: "Se connecter" }).click();
  await guest.waitForURL(/connexion/);
  await guest.waitForLoadState("networkidle");
  await guest.getByLabel("Adresse électronique").fill(INVITED);
  await guest.getByRole("textbox", { name: "Mot de passe" }).fill(`${PASSWORD} encore`);
  await guest.getByRole("button", { name: "Se connecter" }).click();
  await expect(guest).not.toHaveURL(/connexion/, { timeout: 15_000 });
  expect(complaints).toEqual([]);
  await guest.context().close();

  // The others of this installation find it as it was.
  await page.reload({ waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Modifier l’accès de Camille Durand" }).click();
  await page.getByRole("button", { name: "Désactiver le compte de Camille Durand" }).click();
  await expect(page.getByText("Ses sessions prennent fin à l’instant")).toBeVisible();
  await expect(page.getByRole("button", { name: "Fermer ses accès : Camille Durand" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: /Camille Durand/ })).toContainText("désactivé");
  await expect(page.getByRole("button", { name: "Rouvrir le compte de Camille Durand" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Désactiver le compte de Camille Durand" })).toBeFocused();
  await page.getByRole("button", { name: "Retirer Camille Durand de la collectivité" }).click();
  await expect(page.getByRole("row", { name: /Camille Durand/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Révoquer le lien de Dominique Martin" }).click();
  await expect(page.getByRole("row", { name: /Dominique Martin/ })).toHaveCount(0);
});
