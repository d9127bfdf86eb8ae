import { expect, OPERATION, signIn, test } from "./support/session";

// May 2026 is this file's: no other walk counts on its state.
const PERIOD = `${OPERATION}/periodes/2026-05-01`;

test.describe
  .serial("a settled month", () => {
    test("is computed again, bit for bit, without a new version", async ({ page }) => {
      await page.goto(PERIOD, { waitUntil: "networkidle" });
      await page.getByRole("link", { name: "Versions et vérification" }).click();
      await page.waitForLoadState("networkidle");
      await page.getByRole("button", { name: "Recalculer et comparer" }).click();
      await expect(page.getByText("Identique au bit près")).toBeVisible();
      await expect(page.getByRole("table", { name: /^Versions/ }).getByRole("row")).toHaveCount(2); // header, version 1
    });

    test("is closed by an officer, who cannot reopen it", async ({ page }) => {
      await page.goto(PERIOD, { waitUntil: "networkidle" });
      await page.getByRole("button", { name: "Clore la période" }).click();
      await expect(page.getByText(/^Version 1 close le/)).toBeVisible();
      await expect(page.getByText("clos", { exact: true })).toBeVisible();
      await expect(page.getByRole("button", { name: "Rouvrir la période" })).toHaveCount(0);
      await page.goto(`${OPERATION}/periodes`);
      await expect(page.getByRole("row", { name: /mai 2026/ })).toContainText("clos");
    });

    test.describe("as an administrator", () => {
      test.use({ role: null });
      test("is reopened with a reason, which stays", async ({ page }) => {
        await signIn(page, "admin");
        await page.waitForURL("/"); // where signing in leads, and would lead later
        await page.waitForLoadState("networkidle");
        await page.goto(PERIOD, { waitUntil: "networkidle" });
        await page.getByRole("button", { name: "Rouvrir la période" }).click();
        await expect(page.getByLabel("Pourquoi la rouvrir")).toBeFocused();
        await page.getByLabel("Pourquoi la rouvrir").fill("Mesures publiées de nouveau");
        await page.getByRole("button", { name: "Rouvrir la période" }).click();
        await expect(page.getByText(/rouverte le .* : Mesures publiées de nouveau/)).toBeVisible();
        await expect(page.getByText("calculé", { exact: true })).toBeVisible();
      });
    });
  });

test("a move of the anniversary is shown before it is recorded, and keeps what is settled", async ({ page }) => {
  await page.goto(`${OPERATION}/reglages/calendrier`, { waitUntil: "networkidle" });
  await page.getByLabel("Nouveau jour du mois").fill("15");
  await page.getByLabel("Motif").fill("Courriel d’Enedis");
  await page.getByRole("button", { name: "Voir ce qui change" }).click();
  await expect(page.getByText(/devient plus longue/)).toBeVisible();
  await expect(page.getByText("La date anniversaire n’a jamais été déplacée.")).toBeVisible();
  const periods = page.getByLabel("Première période qui change");
  await expect(periods.getByRole("option", { name: /01\/09\/2026/ })).toHaveCount(0);
});
