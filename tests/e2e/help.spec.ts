import { expect, OPERATION, test } from "./support/session";

test("« ? » opens the help of the screen, Esc gives the place back, and the address of the whole page is there", async ({
  page,
}) => {
  await page.goto(`${OPERATION}/mesures/imports`, { waitUntil: "networkidle" });
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Imports" });
  await expect(help.getByText("Chaque envoi de fichiers", { exact: false }).first()).toBeVisible();
  await expect(help.getByRole("row", { name: /g puis p\s+Participants/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();

  await page.getByRole("button", { name: "Aide de cet écran" }).click();
  await help.getByRole("link", { name: "Toute l’aide : Mesures" }).click();
  await expect(page).toHaveURL(/\/documentation\/mesures#imports$/);
  await expect(page.getByRole("heading", { name: "Imports" })).toBeVisible();
});

test("shortcuts lead to the rooms and to the search, keep out of fields, and can be switched off", async ({ page }) => {
  await page.goto(`${OPERATION}/participants`, { waitUntil: "networkidle" });
  const search = page.getByRole("searchbox");
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await page.keyboard.type("g?m");
  await expect(search).toHaveValue("g?m");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await search.blur();
  await page.keyboard.press("g");
  await page.keyboard.press("m");
  await expect(page).toHaveURL(/\/mesures$/);

  await page.goto("/compte", { waitUntil: "networkidle" });
  await page.getByRole("switch", { name: "Raccourcis d’une seule touche" }).press("Space");
  await page.keyboard.press("?");
  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/\/compte$/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("switch", { name: "Raccourcis d’une seule touche" }).press("Space");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Compte" })).toBeVisible();
});

test("a word of a table opens its definition, and the glossary at its entry", async ({ page }) => {
  await page.goto(`${OPERATION}/periodes/2026-06-01`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Définition : Complément" }).first().click();
  const definition = page.getByRole("dialog", { name: "Définition : Complément" });
  await expect(definition.getByText("alloproduit", { exact: false })).toBeVisible();
  await definition.getByRole("link", { name: "Voir le glossaire" }).click();
  await expect(page).toHaveURL(/\/documentation\/glossaire#complement$/);
  await expect(page.getByRole("term").filter({ hasText: /^Complément$/ })).toBeInViewport();
});
