import type { Page } from "@playwright/test";
import { expect, OPERATION, sessionFile, test } from "./support/session";

test.describe.configure({ mode: "serial" });

/** The board, with its only cell that can be reached: on the last day of its first row. */
async function openBoard(page: Page) {
  await page.goto(`${OPERATION}/mesures`, { waitUntil: "networkidle" });
  const cursor = page.getByRole("button", { name: /Les flèches changent de jour/ });
  await cursor.focus();
  return cursor;
}

test("the board is walked by keyboard, and Enter opens the day", async ({ page }) => {
  const cursor = await openBoard(page);
  await expect(cursor).toHaveAccessibleName(/^Cantine scolaire \(consommation\), \S+ : (mesuré|manquant)/);
  await page.keyboard.press("Home");
  await expect(cursor).toHaveAccessibleName(/^Cantine scolaire \(consommation\), 01\/\d\d\/\d{4} :/);
  await page.keyboard.press("ArrowLeft"); // the board ends there
  await expect(cursor).toHaveAccessibleName(/, 01\/\d\d\/\d{4} :/);
  for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "ArrowDown", "Control+ArrowRight"]) {
    await page.keyboard.press(key);
  }
  await expect(cursor).toHaveAccessibleName(/^Centre culturel \(consommation\), 09\/\d\d\/\d{4} :/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/mesures\/prm\/\d{14}\?jour=\d{4}-\d\d-09$/);
  await expect(page.getByRole("heading", { level: 1, name: "Centre culturel" })).toBeVisible();
});

test("the board has a table twin that counts its days", async ({ page }) => {
  await openBoard(page);
  await page.getByRole("button", { name: "Voir le tableau" }).click();
  const table = page.getByRole("table", { name: /Jours reçus par point de mesure/ });
  await expect(table.getByRole("row", { name: /Mairie/ })).toContainText("Consommateur");
  await page.getByRole("button", { name: "Voir le calendrier" }).click();
  await expect(page.getByRole("button", { name: /Les flèches changent de jour/ })).toBeVisible();
});

test("a value entered with a reason is marked on the day and on the board, until it is let go", async ({ page }) => {
  const before = (await (await openBoard(page)).getAttribute("aria-label")) ?? "";
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Cantine scolaire" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Puissance moyenne, en kW").fill("1,5");
  await page.getByRole("button", { name: "Enregistrer la décision" }).click();
  await expect(page.getByText("Dites pourquoi : ce motif reste avec la valeur")).toBeVisible();
  await page.getByLabel("Motif", { exact: true }).fill("Relevé sur place");
  await page.getByRole("button", { name: "Enregistrer la décision" }).click();
  await expect(page.getByText("La décision est enregistrée")).toBeVisible();
  await expect(page.getByRole("row", { name: /^00:00 – 00:30/ })).toContainText("saisi");
  await expect(page.getByRole("row", { name: /Valeur saisie/ })).toContainText("Relevé sur place");

  const address = page.url();
  const cursor = await openBoard(page);
  await expect(cursor).toHaveAccessibleName(/^Cantine scolaire .* : saisi à la main/);

  await page.goto(address, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: /^Lever : / }).click();
  await expect(page.getByRole("row", { name: /Valeur saisie/ })).toContainText("levée");
  await expect(await openBoard(page)).toHaveAccessibleName(before);
});

test("an elected member sees the days and decides nothing", async ({ browser }) => {
  const context = await browser.newContext({ storageState: sessionFile("elu") });
  const page = await context.newPage();
  await openBoard(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Cantine scolaire" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Enregistrer la décision" })).toHaveCount(0);
  await context.close();
});
