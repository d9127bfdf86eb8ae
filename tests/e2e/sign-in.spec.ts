import { expect, test } from "@playwright/test";
import { OPERATION, signIn } from "./support/session";

test("a visitor is sent to the sign-in page from every room", async ({ page }) => {
  for (const room of ["", "/participants", "/mesures", "/coefficients", "/periodes", "/periodes/2026-06-01"]) {
    await page.goto(`${OPERATION}${room}`);
    await expect(page).toHaveURL(/\/connexion(\?|$)/);
  }
});

test("a wrong password is refused with one answer, whoever it is", async ({ page }) => {
  for (const email of ["agent@prorata.example", "inconnu@prorata.example"]) {
    await page.goto("/connexion");
    await page.getByLabel("Adresse électronique").fill(email);
    await page.getByRole("textbox", { name: "Mot de passe" }).fill("pas le bon mot de passe");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await expect(page.getByRole("form").getByRole("alert")).toContainText("Adresse ou mot de passe incorrect");
  }
});

test("signing in opens what is to do, signing out closes it", async ({ page }) => {
  await signIn(page, "agent");
  await expect(page.getByRole("heading", { level: 1, name: "À faire" })).toBeVisible();
  await page.goto(OPERATION);
  await expect(page.getByText("Démonstration", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "agent de la commune" }).click();
  await page.getByRole("menuitem", { name: "Se déconnecter" }).click();
  await expect(page).toHaveURL(/\/connexion(\?|$)/);
  await page.goto(OPERATION);
  await expect(page).toHaveURL(/\/connexion(\?|$)/);
});

test("nobody can sign up, and the paths of the library that no screen uses are closed", async ({ request }) => {
  const account = { email: "intrus@prorata.example", password: "mot de passe assez long", name: "Intrus" };
  for (const path of ["sign-up/email", "api-key/create", "change-password", "list-sessions"]) {
    expect((await request.post(`/api/auth/${path}`, { data: account })).status()).toBe(404);
  }
});

test("the page carries a strict policy and the other security headers", async ({ request }) => {
  const headers = (await request.get("/connexion")).headers();
  expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/);
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-powered-by"]).toBeUndefined();
});

test("health says that database, migrations and queue are well", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ status: "ok", checks: { database: true, migrations: true, queue: true } });
});

test("an address the interface does not know answers as JSON, never cached", async ({ request }) => {
  const answer = await request.get("/api/v1/nulle-part");
  expect(answer.status()).toBe(404);
  expect((await answer.json()).error.code).toBe("NOT_FOUND");
  expect(answer.headers()["cache-control"]).toContain("no-store");
  expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
});
