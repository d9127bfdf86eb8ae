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
