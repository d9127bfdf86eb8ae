import type { Download } from "@playwright/test";
import { resolveAddress } from "./support/resolve-address";
import { expect, OPERATION, sessionFile, signIn, test } from "./support/session";

const SIGNED = Buffer.from("%PDF-1.4\n% signé\n%%EOF\n");
const SUBJECT = "Ma part me semble basse";

test.use({ role: null, viewport: { width: 390, height: 844 } });

test("on a phone, a participant reads his figures, takes his papers, withdraws, signs again and writes", async ({
  page,
  browser,
  baseURL,
  complaints,
}) => {
  test.setTimeout(120_000);
  const download = async (name: string | RegExp): Promise<Download> => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).first().click()]);
    return file;
  };
  await signIn(page, "participant");
  await expect(page).toHaveURL(/\/mon-espace$/);
  const space = await resolveAddress(page, "/mon-espace/[participant]");

  await page.goto(space, { waitUntil: "networkidle" });
  await expect(page.getByText("Vous avez consommé")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /^Toiture de la salle de convivialité\s:\s/ })).toBeVisible();
  await expect(
    page
      .getByRole("listitem")
      .filter({ hasText: /^Compteur \d{14}\s:\s.+\s%\sde la production$/ })
      .first(),
  ).toBeVisible();

  await page.goto(`${space}/documents`, { waitUntil: "networkidle" });
  expect((await download(/^Relevé de /)).suggestedFilename()).toMatch(/^releve_\d{4}-\d{2}-\d{2}_v\d+\.pdf$/);
  expect((await download("Archive complète (ZIP)")).suggestedFilename()).toBe("mes-donnees.zip");

  await page.goto(`${space}/consentements`, { waitUntil: "networkidle" });
  expect((await download("Formulaire à signer (PDF)")).suggestedFilename()).toBe("formulaire-de-consentement.pdf");
  const form = page.getByRole("form", { name: "Envoyer le formulaire signé" });
  await form.getByLabel("Je participe à l’opération").check();
  await form.getByLabel("Enedis relève ma courbe de charge").check();
  await form.getByLabel("Enedis transmet ma courbe et mes parts à l’organisateur").check();
  await form.getByRole("button", { name: "Envoyer le formulaire signé" }).click();
  await expect(form.getByText("Choisissez le formulaire signé.")).toBeVisible();
  const file = { name: "accord signé.pdf", mimeType: "application/pdf", buffer: SIGNED };
  await form.locator("input[type=file]").setInputFiles(file);
  await form.getByRole("button", { name: "Envoyer le formulaire signé" }).click();
  await expect(form.getByText(/Cet accord est déjà enregistré/)).toBeVisible();
  complaints.length = 0; // the refusal itself (422) is told in the console by the browser

  await page.getByText("Retirer ce consentement…").click();
  await page.getByRole("button", { name: "Retirer ce consentement" }).click();
  await expect(page.getByText(/, retiré le \d{2}\/\d{2}\/\d{4}\./)).toBeVisible();
  await form.getByRole("button", { name: "Envoyer le formulaire signé" }).click();
  await expect(form.getByText(/votre accord vaut à partir d’aujourd’hui/)).toBeVisible();
  await expect(page.getByText("Le document signé est conservé")).toBeVisible();

  await page.goto(`${space}/reclamations`, { waitUntil: "networkidle" });
  const letter = page.getByRole("form", { name: "Écrire à l’organisateur" });
  await letter.getByLabel("Objet").fill(SUBJECT);
  await letter.getByLabel("Ce que vous avez à dire").fill("Mon compteur reçoit moins que l’an dernier.");
  await letter.getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByRole("heading", { name: SUBJECT })).toBeVisible();
  expect(complaints).toEqual([]);

  await page.goto(`${OPERATION}/participants`);
  await expect(page.getByRole("heading", { name: "Page introuvable" })).toBeVisible();
  complaints.length = 0; // React may tell the console that a page being streamed ended in "not found"

  const office = await browser.newContext({ ...(baseURL && { baseURL }), storageState: sessionFile("agent") });
  const desk = await office.newPage();
  await desk.goto(`${OPERATION}/echeances/reclamations`);
  await expect(desk.getByRole("link", { name: SUBJECT })).toBeVisible();
  await desk.goto(`${OPERATION}/participants/consentements/${space.split("/").at(-1)}`);
  await expect(desk.getByText("accord signé.pdf (remis en ligne)")).toBeVisible();
  await office.close();
});
