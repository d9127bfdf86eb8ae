import { expect, test } from "./support/session";

const MEASURE = "/plan-climat/mesures/3.1.1";

test.describe.configure({ mode: "serial" });

test("a status is scored at once, saved behind it, and survives a server that does not answer", async ({
  page,
  complaints,
}) => {
  await page.goto(MEASURE, { waitUntil: "networkidle" });
  const task = page.getByRole("listitem").filter({ hasText: "3.1.1.4.1" });
  const choose = (name: string) => task.getByRole("radio", { name, exact: true });
  await choose("Fait").check();
  await expect(task).toContainText("0,4 sur 0,4 points");
  await page.reload({ waitUntil: "networkidle" });
  await expect(choose("Fait")).toBeChecked();

  // By keyboard: the arrows go from one status to the next.
  await choose("Fait").focus();
  await page.keyboard.press("ArrowRight");
  await expect(choose("Programmé")).toBeChecked();

  await page.context().setOffline(true);
  await choose("Non renseigné").check();
  const unsaved = page.getByRole("alert").filter({ hasText: "ne sont pas encore enregistrées" });
  await expect(unsaved).toBeVisible();
  await page.context().setOffline(false);
  complaints.length = 0; // the browser told that it was offline
  await unsaved.getByRole("button", { name: "Réessayer" }).click();
  await expect(unsaved).toBeHidden();
  await page.reload({ waitUntil: "networkidle" });
  await expect(choose("Non renseigné")).toBeChecked();
});

test("what is said of a task is saved as it is typed, and survives a cut, then a page left too soon", async ({
  page,
  complaints,
}) => {
  await page.goto(MEASURE, { waitUntil: "networkidle" });
  const task = page.getByRole("listitem").filter({ hasText: "3.1.1.4.2" });
  const explanation = page.getByLabel("Explication de 3.1.1.4.2");
  const open = () => task.locator("summary").first().click();
  const unsaved = page.getByRole("alert").filter({ hasText: "ne sont pas encore enregistrées" });

  await open();
  await page.getByLabel("Pilote de 3.1.1.4.2").selectOption("Un service…");
  await page.getByLabel("Service pilote de 3.1.1.4.2").fill("Urbanisme");
  await page.getByLabel("Échéance de 3.1.1.4.2").fill("2026-01-31");
  await expect(task).toContainText("Urbanisme, échéance 31/01/2026");
  await expect(task).toContainText("en retard");

  await page.context().setOffline(true);
  await explanation.fill("Première ligne\nSeconde ligne");
  await explanation.blur();
  await expect(unsaved).toBeVisible();
  await page.context().setOffline(false);
  complaints.length = 0; // the browser told that it was offline
  await unsaved.getByRole("button", { name: "Réessayer" }).click();
  await expect(unsaved).toBeHidden();
  await page.reload({ waitUntil: "networkidle" });
  await open();
  await expect(explanation).toHaveValue("Première ligne\nSeconde ligne");

  // Left while nothing can be saved: the tab keeps it, and saves it the next time.
  await page.context().setOffline(true);
  await explanation.fill("Gardée par l’onglet");
  await explanation.blur();
  await expect(unsaved).toBeVisible();
  await page.context().setOffline(false);
  complaints.length = 0;
  await page.getByRole("navigation", { name: "Plan climat" }).getByRole("link", { name: "Synthèse" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Plan climat/ })).toBeVisible();
  await page.goto(MEASURE, { waitUntil: "networkidle" });
  await open();
  await expect(explanation).toHaveValue("Gardée par l’onglet");

  await task.getByRole("radio", { name: "Non concerné", exact: true }).check();
  await expect(task).toContainText("raison à donner");
  await page.getByLabel("Pourquoi elle n’est pas concernée, 3.1.1.4.2").fill("Pas de réseau de chaleur");
  await expect(task).not.toContainText("raison à donner");
  await expect(page.getByText("Enregistrement…")).toBeHidden();
  await task.getByRole("radio", { name: "Non renseigné", exact: true }).check();
});

test("the tree is narrowed by choices that the address keeps, and leads to the place of an action", async ({
  page,
}) => {
  await page.goto("/plan-climat?statut=programme", { waitUntil: "networkidle" });
  const tree = page.getByRole("region", { name: "Mesures et actions" });
  await expect(tree.getByRole("link", { name: /^3\.1\.1\.1\.3 / })).toBeVisible();
  await expect(tree.getByRole("link", { name: /^3\.1\.1\.5\.3 / })).toHaveCount(0);

  await tree.getByLabel("Catégorie", { exact: true }).selectOption("Effets");
  await expect(tree.getByText("Aucune action ne correspond")).toBeVisible();
  await tree.getByRole("link", { name: "Revenir à tout le plan" }).click();
  await expect(page).not.toHaveURL(/statut=/);
  await tree.getByLabel("Numéro ou mots du titre").fill("smartgrid");
  await expect(page).toHaveURL(/[?&]q=smartgrid/);
  await tree.getByRole("link", { name: /^3\.1\.1\.5\.3 / }).click();
  await expect(page).toHaveURL(/mesures\/3\.1\.1\?.*#action-3\.1\.1\.5\.3$/);
  await expect(page.getByRole("listitem").filter({ hasText: "3.1.1.5.3" })).toBeInViewport();
});
