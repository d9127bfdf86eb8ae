import { expect, OPERATION, test } from "./support/session";

const PRM = "99000000001472"; // a range no meter has; its two check digits are right
const ROOM = `${OPERATION}/participants`;

test("a participant and a PRM are added by hand, leave on a planned day, and the list says so at any date", async ({
  page,
}) => {
  await page.goto(`${ROOM}/nouveau`, { waitUntil: "networkidle" });
  const person = page.getByRole("form", { name: "Participant" });
  await person.getByLabel("Nom", { exact: false }).first().fill("Association du Moulin");
  await person.getByLabel("SIRET ou RNA").fill("2166999910001");
  await person.getByLabel("Adresse", { exact: true }).fill("3 rue du Moulin");
  await expect(person.getByText("Un SIRET a 14 chiffres ; celui-ci en a 13.")).toBeVisible();
  await person.getByLabel("SIRET ou RNA").fill("W661234567");
  await person.getByRole("button", { name: "Ajouter le participant" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Association du Moulin" })).toBeVisible();

  await page.getByRole("link", { name: "Ajouter un PRM" }).click();
  const point = page.getByRole("form", { name: "Nouveau PRM" });
  await page.waitForLoadState("networkidle");
  await point.getByLabel("Numéro du PRM").fill("9900000000147");
  await expect(point.getByText(/13 chiffres : un tableur a sans doute retiré un zéro/)).toBeVisible();
  await point.getByLabel("Numéro du PRM").fill(PRM);
  await point.getByLabel("Consommateur", { exact: true }).check();
  await point.getByLabel("Date d’entrée").fill("2026-12-01");
  await point.getByLabel("Nom du site").fill("Moulin");
  await point.getByRole("button", { name: "Ajouter le PRM" }).click();
  await point.getByRole("button", { name: "Enregistrer quand même" }).click(); // the static key does not name it
  await expect(page.getByRole("heading", { level: 1, name: "Moulin" })).toBeVisible();

  await page.getByText("Enregistrer une sortie").click();
  const exit = page.getByRole("form", { name: "Sortie", exact: true });
  await exit.getByLabel("Date de sortie").fill("2026-12-15");
  await exit.getByRole("button", { name: "Enregistrer la sortie" }).click();
  await expect(page.getByRole("button", { name: "Annuler la sortie" })).toBeVisible();
  await expect(page.getByRole("table", { name: /Historique/ })).toContainText("Sortie enregistrée");

  const row = page.getByRole("row", { name: new RegExp(PRM) });
  for (const [day, state] of [
    ["2026-11-30", "entrée prévue"],
    ["2026-12-14", "participe, sortie prévue"],
    ["2026-12-15", "sorti"],
  ]) {
    await page.goto(`${ROOM}?jour=${day}`, { waitUntil: "networkidle" });
    await expect(row).toContainText(state as string);
  }
  await page.getByRole("combobox", { name: "État" }).selectOption("Participe");
  await expect(page).toHaveURL(/etat=participe/);
  await expect(row).toHaveCount(0);
});

test.describe("an elected member", () => {
  test.use({ role: "elu" });
  test("reads the sheets and finds nothing to write with", async ({ page }) => {
    await page.goto(`${ROOM}/prm/99000000000134`, { waitUntil: "networkidle" });
    await expect(page.getByRole("heading", { level: 1, name: "Mairie" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Modifier" })).toHaveCount(0);
    await expect(page.getByText("Nouvelle entrée")).toHaveCount(0);
  });
});
