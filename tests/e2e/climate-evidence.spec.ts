import { readFile } from "node:fs/promises";
import { expect, test } from "./support/session";

const EVIDENCE = "/plan-climat/preuves";
const MEASURE = "/plan-climat/mesures/3.1.1";

test.describe.configure({ mode: "serial" });

test("the operation proves actions by its own figures, with their date", async ({ page }) => {
  await page.goto(`${EVIDENCE}?nature=operation`, { waitUntil: "networkidle" });
  const rate = page.getByRole("term").filter({ hasText: "Synchronisation" });
  await expect(rate).toBeVisible();
  await expect(page.getByText(/du 01.10.2025 au 30.09.2026/).first()).toBeVisible();
  await expect(page.getByText("Chiffres de l’opération «").first()).toContainText(/relevés le \d{2}\/\d{2}\/\d{4}/);
  await page.getByRole("button", { name: "Rafraîchir les chiffres de l’opération" }).click();
  await expect(page.getByText(/^Les chiffres .* sont à jour\.$/)).toBeVisible();
});

test("a document is refused for what it is not, then joined, renamed, found, downloaded and taken away", async ({
  page,
  complaints,
}) => {
  await page.goto(MEASURE, { waitUntil: "networkidle" });
  await page.getByText("Joindre une preuve", { exact: true }).click();
  const form = page.getByRole("form", { name: "Joindre une preuve" });
  const bytes = Buffer.from("%PDF-1.4\n% bilan\n%%EOF\n");
  const file = form.locator("input[type=file]");
  await form.getByLabel("Action prouvée").selectOption("cae_3.1.1.1.1");
  await file.setInputFiles({ name: "bilan_2026.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html>") });
  await expect(form.getByLabel("Titre")).toHaveValue("bilan 2026");
  await form.getByRole("button", { name: "Joindre", exact: true }).click();
  await expect(form.getByRole("alert")).toContainText("n’est pas un document entier");
  complaints.length = 0; // the refusal itself (422) is told in the console by the browser
  await file.setInputFiles({ name: "bilan_2026.pdf", mimeType: "application/pdf", buffer: bytes });
  await form.getByRole("button", { name: "Joindre", exact: true }).click();
  await expect(form.getByText("Le document est joint.")).toBeVisible();

  const item = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "bilan 2026" }) });
  await item.getByRole("button", { name: "Modifier ou retirer" }).click();
  const editor = page.getByRole("form", { name: "Modifier : bilan 2026" });
  await editor.getByLabel("Titre").fill("");
  await editor.getByRole("button", { name: "Enregistrer" }).click();
  await expect(editor.getByText("Donnez un titre à cette preuve")).toBeVisible();
  await editor.getByLabel("Titre").fill("Bilan annuel de la concession");
  await editor.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("link", { name: "Bilan annuel de la concession" })).toBeVisible();

  await page.goto(`${EVIDENCE}?recherche=BILAN`, { waitUntil: "networkidle" });
  await expect(page.getByRole("status").filter({ hasText: "1 preuve affichée" })).toBeVisible();
  const found = page.getByRole("link", { name: "Bilan annuel de la concession" });
  const [download] = await Promise.all([page.waitForEvent("download"), found.click()]);
  expect(download.suggestedFilename()).toBe("bilan_2026.pdf");
  expect((await readFile(await download.path())).equals(bytes)).toBe(true);

  await page.getByRole("button", { name: "Modifier ou retirer : Bilan annuel de la concession" }).click();
  await page.getByRole("button", { name: "Retirer", exact: true }).click();
  await expect(found).toBeHidden();
});

test("a link that is not safe is refused beside its field, what was typed stays", async ({ page }) => {
  await page.goto(EVIDENCE, { waitUntil: "networkidle" });
  await page.getByText("Un document ou un lien", { exact: true }).click();
  const form = page.getByRole("form", { name: "Joindre une preuve" });
  await form.getByRole("radio", { name: "Lien" }).check();
  await form.getByLabel("Action prouvée").selectOption("cae_3.1.1.1.1");
  await form.getByLabel("Titre").fill("Compte rendu d’activité");
  await form.getByLabel("Adresse").fill("http://www.exemple.fr/crac");
  await form.getByRole("button", { name: "Joindre", exact: true }).click();
  await expect(form.getByText("Adresse attendue, en https")).toBeVisible();
  await expect(form.getByLabel("Adresse")).toBeFocused();
  await expect(form.getByLabel("Titre")).toHaveValue("Compte rendu d’activité");
  await form.getByLabel("Adresse").fill("https://www.exemple.fr/crac");
  await form.getByRole("button", { name: "Joindre", exact: true }).click();
  await expect(page.getByRole("link", { name: "Compte rendu d’activité" })).toHaveAttribute("rel", /noopener/);
});
