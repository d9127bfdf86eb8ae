import { expect, OPERATION, test } from "./support/session";

const ROOM = `${OPERATION}/echeances`;
const SCAN = Buffer.from("%PDF-1.4\n% lettre\n%%EOF\n");

test.describe.configure({ mode: "serial" });

test("a complaint is recorded, forwarded with its paper, and leaves what is to do", async ({ page, complaints }) => {
  await page.goto(`${ROOM}/reclamations/nouvelle`, { waitUntil: "networkidle" });
  const form = page.getByRole("form", { name: "Enregistrer une réclamation" });
  await form.getByLabel("Objet").fill("Index erroné du gymnase");
  await form.getByLabel("Elle met Enedis en cause").check();
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await expect(form.getByText("Recopiez la réclamation, ou résumez-la.")).toBeVisible();
  await expect(form.getByLabel("La réclamation")).toBeFocused();
  await expect(form.getByLabel("Objet")).toHaveValue("Index erroné du gymnase");
  complaints.length = 0; // the refusal itself (400) is told in the console by the browser
  await form.getByLabel("La réclamation").fill("L’index relevé n’est pas celui du compteur.");
  await form.getByRole("button", { name: "Enregistrer" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Index erroné du gymnase" })).toBeVisible();
  await expect(page.getByText("à transmettre à Enedis")).toBeVisible();
  const [letter] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Lettre à Enedis (PDF)" }).click(),
  ]);
  expect(letter.suggestedFilename()).toMatch(/_reclamation_\d{8}\.pdf$/);

  const step = page.getByRole("form", { name: "Noter l’envoi à Enedis" });
  await step
    .locator("input[type=file]")
    .setInputFiles({ name: "envoi.pdf", mimeType: "application/pdf", buffer: SCAN });
  await step.getByRole("button", { name: "Noter l’envoi" }).click();
  await expect(page.getByText("transmise, dossier à compléter")).toBeVisible();
  const history = page.getByRole("table", { name: "Étapes de la réclamation" });
  await expect(history.getByRole("row", { name: /Transmise à Enedis/ })).toBeVisible();
  await expect(history.getByRole("link", { name: "Télécharger envoi.pdf" })).toBeVisible();
  expect(complaints).toEqual([]);
});

test("a letter asks only for what follows from it, and proposes what to do", async ({ page, complaints }) => {
  await page.goto(`${ROOM}/courriers/nouveau`, { waitUntil: "networkidle" });
  const form = page.getByRole("form", { name: "Enregistrer un courrier d’Enedis" });
  await expect(form.getByLabel("Date donnée par le courrier")).toBeHidden();
  await form.getByLabel("Ce que dit le courrier").selectOption({ label: "Date anniversaire déplacée" });
  await form.getByLabel("Date donnée par le courrier").fill("2027-02-15");
  await expect(form.getByLabel("PRM")).toBeHidden();
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Date anniversaire déplacée" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Déplacer la date anniversaire" })).toBeVisible();
  const step = page.getByRole("form", { name: "Noter que c’est fait" });
  await step.getByRole("button", { name: "Enregistrer" }).click();
  await expect(
    page.getByRole("table", { name: "Suites du courrier" }).getByRole("row", { name: /Traité/ }),
  ).toBeVisible();
  expect(complaints).toEqual([]);
});

test.describe("a mayor", () => {
  test.use({ role: "elu" });
  test("reads the registers; what people wrote, and the forms, are for officers", async ({ page }) => {
    await page.goto(`${ROOM}/reclamations`, { waitUntil: "networkidle" });
    await expect(page.getByRole("link", { name: "Enregistrer une réclamation" })).toBeHidden();
    await expect(page.getByText("Courbe du gymnase manquante en octobre")).toHaveCount(0);
    await page.getByRole("link", { name: "réclamation", exact: true }).last().click();
    await expect(page.getByText("Ce que dit la réclamation n’est lu que par les agents.")).toBeVisible();
    await expect(page.getByText("Nous partageons les charges du gymnase")).toBeHidden();
    await expect(page.getByRole("form")).toHaveCount(0);
    await page.goto(`${ROOM}/convention`, { waitUntil: "networkidle" });
    await expect(page.getByText("La convention est en vigueur")).toBeVisible();
    await expect(page.getByRole("form")).toHaveCount(0);
  });
});
