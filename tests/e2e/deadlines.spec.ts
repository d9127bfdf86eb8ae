import { expect, OPERATION, test } from "./support/session";

test("the officer's home lists what is due, by who acts, and leads to where it is done", async ({ page }) => {
  await page.goto("/", { waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { level: 1, name: "À faire" })).toBeVisible();
  // Two days of one meter lack in the last month: the operator's to give.
  const awaited = page.getByRole("listitem").filter({ hasText: "Recevoir les données du mois : octobre 2026" });
  await expect(awaited).toContainText("en attente d’Enedis");
  await expect(awaited).toContainText("art. 5.2.2");

  await page.getByLabel("Qui agit").selectOption("Vous");
  await expect(page).toHaveURL(/qui=vous/);
  await expect(awaited).toHaveCount(0);
  await page.getByLabel("Qui agit").selectOption("Enedis");
  await expect(page).toHaveURL(/qui=enedis/);
  await awaited.getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`${OPERATION}/periodes/2026-10-01$`));
});

test("the dashboard shows the next three, the room all of them, what is done under a fold", async ({ page }) => {
  await page.goto(OPERATION, { waitUntil: "networkidle" });
  const next = page.getByRole("region", { name: "Prochaines échéances" });
  await expect(next.getByRole("listitem")).toHaveCount(3);
  await next.getByRole("link", { name: "Toutes les échéances" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Échéances" })).toBeVisible();
  const done = page.getByText("Calculer la période : septembre 2026");
  await expect(done).toBeHidden();
  await page.getByText(/faites? ces deux derniers mois/).click();
  await expect(done).toBeVisible();
});

test("a calendar program reads the deadlines at an address shown once, until it is revoked", async ({
  page,
  request,
}) => {
  await page.goto("/compte", { waitUntil: "networkidle" });
  await page.getByLabel("Nom du calendrier").fill("Agenda d’essai");
  await page.getByRole("button", { name: "Créer une adresse de calendrier" }).click();
  const address = await page.getByText(/\/api\/v1\/calendar\/[\w-]{43}\.ics$/).innerText();
  const read = () => request.get(new URL(address).pathname, { headers: { cookie: "" } });
  const answer = await read();
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  const calendar = (await answer.text()).replaceAll("\r\n ", "");
  expect(calendar).toContain("SUMMARY:Enedis\u00a0: Recevoir les données du mois");
  expect(calendar).toContain(`URL:${new URL(address).origin}${OPERATION}/`);

  await page.reload();
  await expect(page.getByText(address)).toHaveCount(0);
  await page.getByRole("button", { name: "Révoquer le calendrier Agenda d’essai" }).click();
  await page.getByRole("button", { name: "Révoquer pour toujours le calendrier Agenda d’essai" }).click();
  await expect(page.getByRole("row", { name: /Agenda d’essai/ })).toHaveCount(0);
  expect((await read()).status()).toBe(404);
});

test.describe("an elected member", () => {
  test.use({ role: "elu" });

  test("goes on to the dashboard, and sees the deadlines there", async ({ page }) => {
    await page.goto("/", { waitUntil: "networkidle" });
    await expect(page).toHaveURL(new RegExp(`${OPERATION}$`));
    await expect(page.getByRole("link", { name: "À faire", exact: true })).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "Prochaines échéances" })).toBeVisible();
  });
});
