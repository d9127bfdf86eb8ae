import { expect, OPERATION, test } from "./support/session";

test("all operations together, then one of them: its events, its typical day and its sites", async ({ page }) => {
  await page.goto("/tableau-de-bord", { waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { level: 1, name: "Tableau de bord" })).toBeVisible();
  await expect(page.getByText(/des 12.périodes terminées sont calculées|12.périodes calculées/)).toBeVisible();

  await page.getByLabel("Période", { exact: true }).selectOption({ label: "Année 2025" });
  await expect(page).toHaveURL(/annee=2025/);
  const operations = page.getByRole("table", { name: /^Opérations, de celle/ });
  await expect(operations.getByRole("row")).toHaveCount(3); // its head, the demonstration, the total

  await operations.getByRole("link").first().click();
  await page.waitForURL(OPERATION);
  const typical = page.getByRole("figure", { name: /^Journée type/ });
  await expect(typical).toBeVisible();
  await page.getByLabel("Saison", { exact: true }).selectOption("winter");
  await page.getByLabel("Jours", { exact: true }).selectOption("weekend");
  await expect(typical).toContainText("hiver, samedi et dimanche");
  await expect(typical).toContainText(/Moyenne de 2[0-9].jours calculés/);
  await typical.getByRole("button", { name: "Voir le tableau" }).click();
  await expect(typical.getByRole("row")).toHaveCount(50); // the head, 48 half-hours, the total

  const events = page.getByRole("figure", { name: /^Événements/ });
  await events.getByRole("button", { name: "Voir le tableau" }).click();
  await expect(events.getByRole("row", { name: /Clé statique/ })).toBeVisible();

  const ranking = page.getByRole("table", { name: /^Sites consommateurs/ });
  await expect(ranking.getByRole("row")).toHaveCount(12); // the head, eleven sites
});

test.describe("who only reads", () => {
  test.use({ role: "elu" });

  test("starts on the dashboard of the only operation, and finds that of all of them in the bar", async ({ page }) => {
    await page.goto("/", { waitUntil: "networkidle" });
    await expect(page).toHaveURL(OPERATION);
    const bar = page.getByRole("navigation", { name: "Navigation principale" });
    await expect(bar.getByRole("link", { name: "Tableau de bord" })).toHaveAttribute("href", "/tableau-de-bord");
  });
});
