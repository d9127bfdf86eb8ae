import { readFile } from "node:fs/promises";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readAnnex2Workbook } from "@/lib/formats/annex-2/read-annex-2-workbook";
import { writeAnnex2Workbook } from "@/lib/formats/annex-2/write-annex-2-workbook";
import { expect, OPERATION, test } from "./support/session";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const NEW_PRM = "99000000001360";

test("the workbook given out is the registry; with one more consumer it enters from its day on", async ({ page }) => {
  await page.goto(`${OPERATION}/participants`, { waitUntil: "networkidle" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Télécharger l’annexe 2" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^ACC00009999_\d{8}_ANNEXE 2\.xlsx$/);
  const { workbook, problems } = await readAnnex2Workbook(await readFile(await download.path()));
  expect(problems.errorCount).toBe(0);
  if (!workbook) throw new Error("the exported workbook cannot be read back");
  expect(workbook.consumers).toHaveLength(11);

  const [first] = workbook.consumers;
  if (!first) throw new Error("no consumer");
  const crèche = { ...first, prm: NEW_PRM, coefficientPpm: 0 };
  const larger = { ...workbook, consumers: [...workbook.consumers, crèche] };
  const { name, bytes } = await writeAnnex2Workbook(larger, {
    accNumber: "ACC00009999",
    sentOn: civilDate("2026-11-22"),
  });

  await page.getByRole("link", { name: "Déposer une annexe 2" }).click();
  const form = page.getByRole("form", { name: "Annexe 2" });
  await form.locator("input[type=file]").setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });
  await form.getByLabel("Date d’effet").fill("2027-03-01");
  await form.getByRole("button", { name: "Vérifier" }).click();
  await expect(page.getByRole("table", { name: "Ce que le classeur change" })).toContainText(NEW_PRM);
  await expect(page.getByText("Rien n’est encore enregistré.")).toBeVisible();

  await page.getByRole("button", { name: "Enregistrer ces changements" }).click();
  await expect(page.getByText("C’est enregistré : le nouveau périmètre vaut à partir du 01/03/2027")).toBeVisible();
  await page.goto(`${OPERATION}/participants`, { waitUntil: "networkidle" });
  await expect(page.getByRole("row", { name: new RegExp(NEW_PRM) })).toContainText("01/03/2027");
});

test("a file that is no workbook is refused with what to do", async ({ page, complaints }) => {
  await page.goto(`${OPERATION}/participants/annexe-2`, { waitUntil: "networkidle" });
  const form = page.getByRole("form", { name: "Annexe 2" });
  const file = { name: "ACC00009999_20261122_ANNEXE 2.xlsx", mimeType: XLSX, buffer: Buffer.from("bonjour") };
  await form.locator("input[type=file]").setInputFiles(file);
  await form.getByLabel("Date d’effet").fill("2027-03-01");
  await form.getByRole("button", { name: "Vérifier" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Le classeur est refusé" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Problèmes du classeur" })).toContainText("erreur");
  complaints.length = 0; // the refusal itself (422) is told in the console by the browser
});
