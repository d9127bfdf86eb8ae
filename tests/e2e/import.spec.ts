import type { Page } from "@playwright/test";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { writeLoadCurveFile } from "@/lib/formats/annex-6/write-load-curve-file";
import { expect, OPERATION, test } from "./support/session";

const SPORTS_HALL = "99000000000683";

/** A whole October of the sports hall at one constant power: what the DSO sends when it mends its gap. */
function mendedOctober(powerW: number): { name: string; mimeType: string; buffer: Buffer } {
  const axis = parisPeriodAxis(civilDate("2026-10-01"), civilDate("2026-11-01"), 30);
  const series = { axis, energyWh: new Float64Array(axis.length).fill(powerW / 2) };
  const { name, text } = writeLoadCurveFile({ identifier: SPORTS_HALL, quantity: "withdrawal", series });
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
}

type UploadedFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** Drops files, and waits for the page that shows what they would do. */
async function drop(page: Page, files: UploadedFile | UploadedFile[]): Promise<void> {
  await page.goto(`${OPERATION}/mesures`, { waitUntil: "networkidle" });
  await page.getByLabel("Fichiers de mesures à importer").setInputFiles(files);
  await page.waitForURL(/\/mesures\/imports\/[0-9a-f-]{36}$/);
  await page.waitForLoadState("networkidle");
}

const confirm = (page: Page) => page.getByRole("button", { name: "Enregistrer" }).click();

test.describe.configure({ mode: "serial" });

test("an incomplete month says which metering point and which days", async ({ page }) => {
  await page.goto(`${OPERATION}/periodes/2026-10-01`, { waitUntil: "networkidle" });
  const row = page.getByRole("row", { name: /Halle des sports/ });
  await expect(row).toContainText(SPORTS_HALL);
  await expect(row).toContainText("du 19/10/2026 au 20/10/2026");
  await expect(page.getByRole("button", { name: /Calculer/ })).toHaveCount(0);
});

test("a correction one does not want leaves the value missing, until the decision is let go", async ({ page }) => {
  await page.goto(`${OPERATION}/mesures/prm/${SPORTS_HALL}?jour=2026-10-12`, { waitUntil: "networkidle" });
  const refusals = page.getByRole("button", { name: /^Ne pas corriger : / });
  const before = await refusals.count();
  expect(before).toBeGreaterThan(0);
  await refusals.first().click();
  const form = page.getByRole("form", { name: /^Ne pas corriger : / });
  await form.getByRole("button", { name: "Ne pas corriger" }).click();
  await expect(form.getByText("Dites pourquoi")).toBeVisible();
  await form.getByLabel("Motif").fill("Compteur déposé");
  await form.getByRole("button", { name: "Ne pas corriger" }).click();
  const decision = page.getByRole("row", { name: /Correction refusée : la valeur manque/ });
  await expect(decision).toContainText("Compteur déposé");
  await expect(decision).toContainText("en vigueur");
  await expect(refusals).toHaveCount(before - 1);

  await page.getByRole("button", { name: /^Lever : Correction refusée/ }).click();
  await expect(decision).toContainText("levée");
  await expect(refusals).toHaveCount(before);
});

test("a bad file is shown with its line, and cannot be written", async ({ page }) => {
  const file = mendedOctober(2_000);
  const lines = file.buffer.toString().split(/\r?\n/);
  lines[9] = lines[9]?.replace(";2000", ";-5") ?? "";
  await drop(page, [
    { ...file, buffer: Buffer.from(lines.join("\r\n")) },
    { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("bonjour") },
  ]);
  const problems = page.getByRole("table", { name: "Problèmes signalés" });
  await expect(problems.getByRole("row", { name: /ligne 10/ })).toContainText("-5");
  await expect(problems.getByRole("row", { name: /notes\.txt/ })).toContainText("n’est pas reconnu");
  await expect(page.getByText(/À corriger avant de continuer : 2.erreurs/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Enregistrer" })).toHaveCount(0);
  await page.getByRole("button", { name: "Abandonner" }).click();
  await page.getByRole("button", { name: "Oui, abandonner" }).click();
  await expect(page.getByText("Import abandonné, rien n’a été enregistré")).toBeVisible();

  await page.goto(`${OPERATION}/periodes/2026-10-01`, { waitUntil: "networkidle" });
  await expect(page.getByRole("row", { name: /Halle des sports/ })).toBeVisible();
});

test("the mended file completes the month, which is then settled", async ({ page }) => {
  await drop(page, mendedOctober(2_000));
  await expect(page.getByText(/Ce qui sera enregistré : 31.jours corrigés/)).toBeVisible();
  await confirm(page);
  await expect(page.getByText(/Import terminé : 31.jours corrigés/)).toBeVisible();

  await page.goto(`${OPERATION}/periodes/2026-10-01`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Calculer la période" }).click();
  await expect(page.getByRole("row", { name: /Halle des sports/ })).toContainText("1 490,0".replace(" ", "\u202f"));
  await expect(page.getByText("1 sur 1, calculée le")).toBeVisible();
});

test("« Échéances » counts what is to be verified; found normal with a reason, it is so until put back", async ({
  page,
}) => {
  const suspect = page
    .getByRole("table", { name: /^Mesures à vérifier/ })
    .getByRole("row", { name: new RegExp(SPORTS_HALL) });
  await expect(async () => {
    await page.goto(`${OPERATION}/echeances`, { waitUntil: "networkidle" }); // a job looks for it after the import
    await page.getByRole("link", { name: /mesures? à vérifier/ }).click({ timeout: 1_000 });
    await expect(suspect.first()).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await page.waitForLoadState("networkidle");
  const before = await suspect.count();
  await suspect
    .first()
    .getByRole("button", { name: /^C’est normal : / })
    .click();
  const form = page.getByRole("form", { name: /^C’est normal : / });
  await form.getByRole("button", { name: "C’est normal" }).click();
  await expect(form.getByText("Dites pourquoi")).toBeVisible();
  await form.getByLabel("Motif").fill("Essai du compteur");
  await form.getByRole("button", { name: "C’est normal" }).click();
  await expect(suspect).toHaveCount(before - 1);

  await page.getByText(/^Vérifiées \(/).click();
  const verified = page.getByRole("row", { name: /Essai du compteur/ });
  await expect(verified).toContainText(SPORTS_HALL);
  await verified.getByRole("button", { name: /^Remettre à vérifier : / }).click();
  await expect(suspect).toHaveCount(before);
});

test("the same file twice changes nothing and says so", async ({ page }) => {
  await drop(page, mendedOctober(2_000));
  await expect(page.getByText("Ce qui sera enregistré : rien ne change")).toBeVisible();
  await expect(page.getByRole("table", { name: "Problèmes signalés" })).toContainText("a déjà été importé");
});

test("a correction marks the month, and a second version keeps the first", async ({ page }) => {
  await drop(page, mendedOctober(3_000));
  await confirm(page);
  await expect(page.getByText(/Import terminé : 31.jours corrigés/)).toBeVisible();
  await expect(page.getByText("Périodes à recalculer")).toBeVisible();
  await page.goto(`${OPERATION}/periodes/2026-10-01`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Recalculer la période" }).click();
  await expect(page.getByText("2 sur 2, calculée le")).toBeVisible();
  await page.goto(`${OPERATION}/periodes/2026-10-01?version=1`, { waitUntil: "networkidle" });
  await expect(page.getByText("1 sur 2, calculée le")).toBeVisible();
});

test("mixed files with an unknown word: answered, shown, written, seen, taken back", async ({ page }) => {
  const curve = mendedOctober(4_000);
  const perimeter = "PDL/PRM/PADT-P;Date debut rattachement;Date fin rattachement;\r\n";
  await drop(page, [
    { ...curve, name: curve.name.replace("Conso", "Machin") },
    { name: "Perimetre_Participants.csv", mimeType: "text/csv", buffer: Buffer.from(perimeter) },
  ]);
  await expect(page.getByText(/1.question avant de continuer/)).toBeVisible();
  await page.getByLabel("Que contient un fichier de type « Machin » ?").selectOption("soutirage");
  await page.getByRole("button", { name: "Relire avec ces réponses" }).click();
  await expect(page.getByText(/Ce qui sera enregistré : 31.jours corrigés/)).toBeVisible();
  const changes = page.getByRole("table", { name: "Jours corrigés" });
  await expect(changes.getByRole("row", { name: /25\/10\/2026/ })).toContainText("25\u202f000");
  await confirm(page);
  await expect(page.getByText(/Import terminé : 31.jours corrigés/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ce qui a changé" })).toBeVisible();

  await page.getByRole("button", { name: "Annuler cet import" }).click();
  await page.getByRole("button", { name: "Oui, annuler cet import" }).click();
  await expect(page.getByText("Cet import est annulé")).toBeVisible();

  await page.goto(`${OPERATION}/mesures/imports`, { waitUntil: "networkidle" });
  const remembered = page.getByRole("table", { name: "Réponses retenues" });
  await expect(remembered.getByRole("row", { name: /machin/ })).toContainText("soutirage");
  await page.getByRole("button", { name: "Oublier : machin" }).click();
  await expect(remembered).toHaveCount(0);
});
