import { expect, OPERATION, signIn, test } from "./support/session";

const SLUG = OPERATION.split("/").at(-1);
const PAGE = `/territoires/${SLUG}`;
const FILE = `/api/v1/published-operations/${SLUG}/months.json`;

test.describe("for anybody", () => {
  test.use({ role: null, javaScriptEnabled: false });

  test("the figures are read without an account, a cookie or a script", async ({ page, context, request }) => {
    const response = await page.goto(PAGE);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1, name: "l’énergie partagée" })).toBeVisible();
    const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "mars 2026" }) });
    await expect(row.getByRole("cell").first()).toHaveText(/^\d+(?:\s\d{3})*,\d$/);
    await expect(page.getByRole("img", { name: /^Énergie des/ })).toBeVisible();
    expect(await context.cookies()).toEqual([]);
    const address = await page.getByRole("link", { name: "Télécharger en CSV" }).getAttribute("href");
    const csv = await request.get(address ?? "");
    expect(csv.headers()["cache-control"]).toContain("s-maxage=60");
    expect(await csv.text()).toContain("2026-03-01;2026-03-31;");
    await page.goto("/territoires/inconnue");
    await expect(page.getByRole("heading", { name: "Cette page n’existe pas, ou n’est pas publiée" })).toBeVisible();
  });
});

test.describe("for an administrator", () => {
  test.use({ role: null });

  test("the page is closed at once, and opened again once what becomes public was read", async ({ page, request }) => {
    await signIn(page, "admin");
    await page.waitForLoadState("networkidle");
    await page.goto(`${OPERATION}/reglages/publication`, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "Fermer la page publique" }).click();
    await expect(page.getByText("Rien n’est public")).toBeVisible();
    expect((await request.get(FILE)).status()).toBe(404);
    await page.getByRole("button", { name: "Ouvrir la page publique" }).click();
    await expect(page.getByText("Les prochaines périodes paraîtront à leur clôture.")).toBeVisible();
    expect((await request.get(FILE)).status()).toBe(404);
    await page.getByRole("button", { name: "Enregistrer quand même" }).click();
    await expect(page.getByText("La page publique est ouverte", { exact: true })).toBeVisible();
    expect((await request.get(FILE)).status()).toBe(200);
    await page.goto(PAGE);
    await expect(page.getByRole("heading", { level: 1, name: "l’énergie partagée" })).toBeVisible();
  });
});
