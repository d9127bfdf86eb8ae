import type { Download } from "@playwright/test";
import { resolveAddress } from "./support/resolve-address";
import { expect, OPERATION, signIn, test } from "./support/session";

test.use({ role: null, viewport: { width: 390, height: 844 } });

test("on a phone, a participant reads his figures, takes his papers and reaches nothing else", async ({
  page,
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
  await expect(
    page.getByRole("listitem").filter({ hasText: /^Toiture de la salle de convivialité\s:\s/ }),
  ).toBeVisible();
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

  await page.goto(`${space}/reclamations`, { waitUntil: "networkidle" });
  await expect(page.getByRole("form", { name: "Écrire à l’organisateur" })).toBeVisible();
  expect(complaints).toEqual([]);

  await page.goto(`${OPERATION}/participants`);
  await expect(page.getByRole("heading", { name: "Page introuvable" })).toBeVisible();
  complaints.length = 0; // React may tell the console that a page being streamed ended in "not found"
});
