import { extractText, getDocumentProxy } from "unpdf";
import { expect, OPERATION, test } from "./support/session";

const YEAR = `${OPERATION}/rapport?du=2025-11&au=2026-09`;

test("a year is read, printed without what surrounds it, and downloaded as the same words", async ({ page }) => {
  await page.goto(YEAR, { waitUntil: "networkidle" });
  const sentence = page.getByText(/^De novembre 2025 à septembre 2026, les installations .* ont produit /);
  const told = (await sentence.innerText()).replace(/\s/g, "");
  const months = page.getByRole("table", { name: "Mois par mois, en kWh" });
  await expect(months.getByRole("row")).toHaveCount(13); // header, eleven months, total
  await expect(page.getByRole("img", { name: /^Production de chaque mois/ })).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Télécharger le PDF" }).click(),
  ]);
  const bytes = new Uint8Array(Buffer.concat(await (await download.createReadStream()).toArray()));
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  expect(text.replace(/\s/g, "")).toContain(told);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Rapport au conseil", exact: true })).toBeHidden();
  await expect(sentence).toBeVisible();
});

test("months without a result say what to do", async ({ page }) => {
  await page.goto(`${OPERATION}/rapport?du=2024-01&au=2024-02`, { waitUntil: "networkidle" });
  await expect(page.getByText("Rien n’est calculé : janvier 2024 à février 2024")).toBeVisible();
  await expect(page.getByRole("link", { name: "Télécharger le PDF" })).toHaveCount(0);
});

test.describe("as an elected member", () => {
  test.use({ role: "elu" });
  test("the report is there, statements and the logo's form are not", async ({ page }) => {
    await page.goto(YEAR, { waitUntil: "networkidle" });
    await expect(page.getByRole("link", { name: "Télécharger le PDF" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Relevés des participants" })).toHaveCount(0);
    await page.goto(`${OPERATION}/reglages/logo`, { waitUntil: "networkidle" });
    await expect(page.getByText("Pas encore de logo")).toBeVisible();
    await expect(page.getByRole("button", { name: "Enregistrer le logo" })).toHaveCount(0);
  });
});
