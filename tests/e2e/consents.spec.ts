import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { expect, OPERATION, test } from "./support/session";

const CONSENTS = `${OPERATION}/participants/consentements`;
const CCAS = "Centre communal d’action sociale de Saint-Exemple-les-Vignes";

// Nobody signs in the future, whatever the day the tests run.
const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

test.describe.configure({ mode: "serial" });

test("the one that ends soon is told; the renewal is recorded with its scan, and proven", async ({
  page,
  complaints,
}) => {
  await page.goto(CONSENTS, { waitUntil: "networkidle" });
  await expect(page.getByText("Rien ne manque")).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(CCAS) })).toContainText("15/01/2027");
  await page.getByRole("link", { name: CCAS }).click();
  await expect(page.getByRole("heading", { level: 1, name: CCAS })).toBeVisible();
  await page.waitForLoadState("networkidle");

  const form = page.getByRole("form", { name: "Enregistrer un consentement" });
  await form.getByLabel("Signé le").fill(YESTERDAY);
  const scan = Buffer.from("%PDF-1.4\n% signé\n%%EOF\n");
  await form
    .locator("input[type=file]")
    .setInputFiles({ name: "accord ccas.pdf", mimeType: "application/pdf", buffer: scan });
  await form.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(form.getByText("Cochez ce que le participant autorise")).toBeVisible();
  complaints.length = 0; // the refusal itself (400) is told in the console by the browser
  await expect(form.getByLabel("Signé le")).toHaveValue(YESTERDAY);
  await form.getByLabel("Participer à l’opération").check();
  await form.getByLabel("Relevé de la courbe de charge").check();
  await form.getByLabel("Transmission à l’organisateur").check();
  await form.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(form.getByText("Le consentement est enregistré")).toBeVisible();
  await expect(page.getByRole("table", { name: "Qui a autorisé quoi, et jusqu’à quand" })).toContainText(
    "accord ccas.pdf",
  );

  const proof = page.getByRole("form", { name: "Justificatif" });
  await proof.getByLabel("Demande écrite d’Enedis reçue le").fill("2026-12-21");
  await expect(proof.getByText("mercredi 6 janvier 2027")).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    proof.getByRole("button", { name: "Télécharger le justificatif" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("ACC00009999_consentements_20261221.zip");
  const files = unzipSync(await readFile(await download.path()));
  expect(Object.keys(files)).toEqual(["recapitulatif.pdf", "documents/001_accord ccas.pdf"]);
  expect(Buffer.from(files["documents/001_accord ccas.pdf"] ?? []).equals(scan)).toBe(true);
});

test("a withdrawal says what it causes before; the list then says who lacks what", async ({ page, complaints }) => {
  await page.goto(CONSENTS, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: CCAS }).first().click();
  await page.waitForLoadState("networkidle");
  const row = page.getByRole("row", { name: /accord ccas\.pdf/ });
  await row.getByRole("button", { name: /Noter le retrait/ }).click();
  await expect(page.getByText("Aucun PRM du périmètre n’en dépend")).toBeHidden();
  await expect(page.getByText(/2 PRM ne pourront plus participer/)).toBeVisible();
  await page.getByRole("button", { name: "Ne rien changer" }).click();
  await expect(page.getByText(/2 PRM ne pourront plus participer/)).toBeHidden();
  expect(complaints).toEqual([]);
});

test.describe("a mayor", () => {
  test.use({ role: "elu" });
  test("reads who agreed to what; the papers and forms are for officers", async ({ page }) => {
    await page.goto(CONSENTS, { waitUntil: "networkidle" });
    await page.getByRole("link", { name: CCAS }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: CCAS })).toBeVisible();
    await expect(page.getByRole("table", { name: "Qui a autorisé quoi, et jusqu’à quand" })).toBeVisible();
    await expect(page.getByRole("form", { name: "Justificatif" })).toBeHidden(); // signed papers are personal data
    await expect(page.getByRole("form", { name: "Enregistrer un consentement" })).toBeHidden();
    await expect(page.getByRole("button", { name: /Noter le retrait/ })).toBeHidden();
  });
});
