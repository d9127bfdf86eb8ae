import { expect, test } from "./support/session";

test("a key is shown once, opens the interface in its scope, and nothing once revoked", async ({ page, request }) => {
  await page.goto("/compte", { waitUntil: "networkidle" });
  await page.getByLabel("Nom de la clé").fill("Essai du navigateur");
  await page.getByRole("button", { name: "Créer une clé" }).click();
  const key = await page.getByText(/^prorata_\w+$/).innerText();

  const open = () =>
    request.get("/api/v1/operations/ACC00009999/runs", { headers: { authorization: `Bearer ${key}`, cookie: "" } });
  expect((await open()).status()).toBe(200);
  const write = await request.post("/api/v1/operations/ACC00009999/runs", {
    headers: { authorization: `Bearer ${key}`, cookie: "" },
    data: { from: "2026-06-01" },
  });
  expect(write.status()).toBe(403);
  expect((await write.json()).error.code).toBe("READ_ONLY_KEY");

  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
  await page.getByRole("button", { name: "Révoquer la clé Essai du navigateur" }).click();
  await page.getByRole("button", { name: "Révoquer pour toujours la clé Essai du navigateur" }).click();
  await expect(page.getByRole("row", { name: /Essai du navigateur/ })).toHaveCount(0);
  expect((await open()).status()).toBe(401);
});
