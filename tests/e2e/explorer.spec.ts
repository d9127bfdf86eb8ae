import { readFile } from "node:fs/promises";
import { expect, OPERATION, test } from "./support/session";

const CURVES = `${OPERATION}/mesures/courbes`;
const SPORTS_HALL = "99000000000683";

test("two metering points, zoomed on, beside last year, as a table and as a file", async ({ page }) => {
  await page.goto(`${CURVES}?courbes=${SPORTS_HALL}&du=2026-10-01&au=2026-10-31`, { waitUntil: "networkidle" });
  const sums = page.getByRole("table", { name: /Énergies et puissances/ });
  await expect(sums.getByRole("row", { name: /Halle des sports/ })).toBeVisible();

  await page.getByRole("combobox", { name: "Courbes" }).click();
  await page
    .getByRole("listbox")
    .getByRole("option", { name: /Tous les producteurs/ })
    .click();
  await page.keyboard.press("Escape");
  await page.getByLabel("Comparer avec").selectOption({ label: "les mêmes dates, un an avant" });
  await page.getByRole("button", { name: "Afficher" }).click();
  await expect(page).toHaveURL(/courbes=99000000000683,producteurs&du=2026-10-01&au=2026-10-31&avec=annee/);
  await expect(sums.getByRole("row", { name: /Tous les producteurs/ })).toBeVisible();
  await expect(sums.getByRole("columnheader", { name: /octobre 2025/ })).toBeVisible();

  await page.getByRole("button", { name: "Zoomer", exact: true }).click();
  await expect(page).toHaveURL(/du=2026-10-0\d&au=2026-10-2\d/);
  await page.goBack();
  await expect(page).toHaveURL(/du=2026-10-01&au=2026-10-31/);

  await page.getByRole("button", { name: "Voir le tableau" }).click();
  const values = page.getByRole("table", { name: /Puissance à chaque pas, octobre 2026/ });
  await expect(values.getByRole("columnheader", { name: /Halle des sports.*énergie/ })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("figure").getByRole("button", { name: "CSV" }).first().click(),
  ]);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv.split("\r\n")).toHaveLength(1 + 31 * 48 + 2); // the last Sunday of October has 50 half-hours
  expect(csv).toContain("25/10/2026, 02:30 (UTC+2)");
  expect(csv).toContain("25/10/2026, 02:30 (UTC+1)");
});

test("the keyboard reads values and zooms; the mouse drags", async ({ page }) => {
  await page.goto(`${CURVES}?courbes=producteurs&du=2026-06-21&au=2026-06-21`, { waitUntil: "networkidle" });
  const plot = page.getByRole("slider", { name: /Puissance à chaque pas/ });
  await plot.focus();
  await page.keyboard.press("End");
  await expect(plot).toHaveAttribute("aria-valuetext", /21\/06\/2026, 23:30 – 00:00 : Tous les producteurs/);
  await page.keyboard.press("+");
  await expect(page).toHaveURL(/du=2026-06-21T\d\d:\d\dZ&au=2026-06-21T?/);

  await page.goto(`${CURVES}?courbes=producteurs&du=2026-06-01&au=2026-06-30`, { waitUntil: "networkidle" });
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  if (!box) throw new Error("the plot is not drawn");
  await page.mouse.move(box.x + box.width / 3, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 100, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/du=2026-06-(09|10)&au=2026-06-1[3-6]/);
});

test("the files hold every step of what is chosen", async ({ page }) => {
  await page.goto(`${CURVES}?courbes=producteurs&du=2026-06-01&au=2026-06-02`, { waitUntil: "networkidle" });
  for (const [name, extension] of [
    ["Valeurs en XLSX", "xlsx"],
    ["Valeurs en CSV", "csv"],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
    expect(download.suggestedFilename()).toBe(`saint-exemple-les-vignes-courbes-2026-06-01-2026-06-03.${extension}`);
  }
});

test("an address nobody can read shows what there is", async ({ page }) => {
  await page.goto(`${CURVES}?courbes=00000000000000&du=hier&au=2026-02-30&vue=camembert`, { waitUntil: "networkidle" });
  await expect(page.getByText("Une courbe demandée n’est pas dans l’opération")).toBeVisible();
});
