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

test.describe.configure({ mode: "serial" });

test("an incomplete month says which metering point and which days", async ({ page }) => {
  await page.goto(`${OPERATION}/periodes/2026-10-01`, { waitUntil: "networkidle" });
  const row = page.getByRole("row", { name: /Halle des sports/ });
  await expect(row).toContainText(SPORTS_HALL);
  await expect(row).toContainText("du 19/10/2026 au 20/10/2026");
  await expect(page.getByRole("button", { name: /Calculer/ })).toHaveCount(0);
});

test("a bad file is refused with its line, and nothing is written", async ({ page, complaints }) => {
  const file = mendedOctober(2_000);
  const lines = file.buffer.toString().split(/\r?\n/);
  lines[9] = lines[9]?.replace(";2000", ";-5") ?? "";
  await page.goto(`${OPERATION}/mesures`, { waitUntil: "networkidle" });
  await page.getByLabel("Fichiers de courbes à importer").setInputFiles([
    { ...file, buffer: Buffer.from(lines.join("\r\n")) },
    { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("bonjour") },
  ]);
  const problems = page.getByRole("table", { name: "Problèmes signalés" });
  await expect(problems.getByRole("row", { name: /ligne 10/ })).toContainText("-5");
  await expect(problems.getByRole("row", { name: /notes\.txt/ })).toContainText("n’est pas reconnu");
  await expect(page.getByText("Import refusé, rien n’a été enregistré")).toBeVisible();
  complaints.length = 0; // the refusal itself (422) is told in the console by the browser

  await page.goto(`${OPERATION}/periodes/2026-10-01`, { waitUntil: "networkidle" });
  await expect(page.getByRole("row", { name: /Halle des sports/ })).toBeVisible();
});

test("the mended file completes the month, which is then settled", async ({ page }) => {
  await page.goto(`${OPERATION}/mesures`, { waitUntil: "networkidle" });
  await page.getByLabel("Fichiers de courbes à importer").setInputFiles(mendedOctober(2_000));
  await expect(page.getByText("Import terminé : 31 jours corrigés")).toBeVisible();

  await page.goto(`${OPERATION}/periodes/2026-10-01`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Calculer la période" }).click();
  await expect(page.getByRole("row", { name: /Halle des sports/ })).toContainText("1 490,0".replace(" ", "\u202f"));
  await expect(page.getByText("1 sur 1, calculée le")).toBeVisible();
});

test("the same file twice changes nothing and says so", async ({ page }) => {
  await page.goto(`${OPERATION}/mesures`, { waitUntil: "networkidle" });
  await page.getByLabel("Fichiers de courbes à importer").setInputFiles(mendedOctober(2_000));
  await expect(page.getByText("Import terminé : rien n’a changé")).toBeVisible();
  await expect(page.getByRole("table", { name: "Problèmes signalés" })).toContainText("a déjà été importé");
});

test("a correction marks the month, and a second version keeps the first", async ({ page }) => {
  await page.goto(`${OPERATION}/mesures`, { waitUntil: "networkidle" });
  await page.getByLabel("Fichiers de courbes à importer").setInputFiles(mendedOctober(3_000));
  await expect(page.getByText("Import terminé : 31 jours corrigés")).toBeVisible();
  await page.goto(`${OPERATION}/periodes/2026-10-01`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Recalculer la période" }).click();
  await expect(page.getByText("2 sur 2, calculée le")).toBeVisible();
  await page.goto(`${OPERATION}/periodes/2026-10-01?version=1`, { waitUntil: "networkidle" });
  await expect(page.getByText("1 sur 2, calculée le")).toBeVisible();
});
