import { expect, OPERATION, test } from "./support/session";

test("a settled month shows figures that add up", async ({ page }) => {
  await page.goto(`${OPERATION}/periodes/2026-06-01`);
  const table = page.getByRole("table", { name: /^Consommateurs/ });
  await expect(table.getByRole("row")).toHaveCount(13); // header, eleven consumers, total
  const rows = await table.getByRole("row").all();
  const column = async (index: number) =>
    Promise.all(rows.slice(1).map(async (row) => toTenths(await row.getByRole("cell").nth(index).innerText())));

  // The first cell of a row is its header, so cell 2 is the withdrawal.
  for (const index of [2, 3, 4]) {
    const cells = await column(index);
    const total = cells.pop();
    expect(cells.reduce((sum, value) => sum + value, 0)).toBe(total);
  }
  const [withdrawal, selfConsumed, complement] = await Promise.all([column(2), column(3), column(4)]);
  for (const [row, value] of withdrawal.entries()) {
    expect((selfConsumed[row] as number) + (complement[row] as number)).toBe(value);
  }
});

test("one moves through the days, and the address says which", async ({ page }) => {
  await page.goto(`${OPERATION}/periodes/2026-03-01?jour=2026-03-28`);
  await expect(page.getByText("samedi 28 mars 2026").first()).toBeVisible();
  await page.getByRole("button", { name: "Jour suivant" }).click();
  await expect(page).toHaveURL(/jour=2026-03-29/);
  const chart = page.getByRole("figure", { name: /dimanche 29 mars 2026/ });
  await chart.getByRole("button", { name: "Voir le tableau" }).click();
  await expect(chart.getByRole("table").getByRole("row")).toHaveCount(48); // header, 46 half-hours, total
});

test("an address edited by hand is no error page", async ({ page }) => {
  await page.goto(`${OPERATION}/periodes/2026-06-01?jour=demain&version=x`);
  await expect(page.getByRole("heading", { name: "juin 2026" })).toBeVisible();
});

test("a table is downloaded as a file a spreadsheet reads", async ({ page }) => {
  await page.goto(`${OPERATION}/periodes/2026-06-01`);
  const section = page.getByRole("region", { name: "Consommateurs" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    section.getByRole("button", { name: "CSV" }).click(),
  ]);
  const text = await (await download.createReadStream()).toArray().then((chunks) => Buffer.concat(chunks).toString());
  const [header, ...lines] = text.trim().split(/\r?\n/);
  expect(text.startsWith("\uFEFF")).toBe(true);
  expect(header).toContain("Autoconsommé (kWh)");
  expect(lines.find((line) => line.includes("99000000000134"))).toMatch(/;\d+,\d+/);
});

test.describe("as an elected member", () => {
  test.use({ role: "elu" });
  test("everything can be read, nothing changed", async ({ page }) => {
    await page.goto(`${OPERATION}/mesures`);
    await expect(page.getByRole("heading", { name: "Mesures", exact: true })).toBeVisible();
    await expect(page.getByLabel("Fichiers de mesures à importer")).toHaveCount(0);
    await page.goto(`${OPERATION}/coefficients`);
    await expect(page.getByRole("heading", { name: "Clé en vigueur" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Enregistrer la clé" })).toHaveCount(0);
  });
});

test.describe("unknown or somebody else's", () => {
  test("an operation answers alike, and says nothing of it", async ({ page, complaints }) => {
    await page.goto("/operations/une-autre-commune");
    await expect(page.getByRole("heading", { name: "Page introuvable" })).toBeVisible();
    complaints.length = 0; // React may tell the console that a page being streamed ended in "not found"
  });
});

function toTenths(text: string): number {
  return Math.round(Number(text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".")) * 10);
}
