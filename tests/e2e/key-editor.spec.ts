import { formatNumber } from "@/lib/format/format-number";
import { expect, OPERATION, test } from "./support/session";

const EDITOR = `${OPERATION}/coefficients/editeur`;

/** « 8,34 » → 834. */
const toHundredths = (percent: string) => Math.round(Number(percent.replace(",", ".")) * 100);

test("a key is started, locked, spread, pasted, undone, tried and kept as a draft", async ({ page }) => {
  await page.goto(EDITOR, { waitUntil: "networkidle" });
  const form = page.getByRole("form", { name: "La clé" });
  const share = (name: string) => form.getByRole("textbox", { name: `Part de ${name}, en %` });
  const total = form.getByText(/^Total/);
  const preview = page.getByText("Aperçu à jour.");
  await expect(preview).toBeVisible();
  await expect(page.getByText(/^clé en vigueur : .* \(inchangé\)$/).first()).toBeVisible();

  await form.getByRole("button", { name: "À parts égales", exact: true }).click();
  const equal = await share("Mairie").inputValue();
  const count = await form.getByRole("textbox", { name: /^Part de / }).count();
  expect(Math.abs(toHundredths(equal) - 10_000 / count)).toBeLessThan(1); // whoever else has joined meanwhile
  await expect(total).toContainText("100\u00a0%, toute la production est répartie");

  await share("Mairie").fill("33,33");
  const above = formatNumber((3333 - toHundredths(equal)) / 100, { maxDecimals: 2 });
  await expect(total).toContainText(`${above}\u00a0% de trop`);
  await expect(page.getByText("Il faut un total d’au plus 100 %.")).toBeVisible();
  await form.getByRole("checkbox", { name: "Verrouiller Mairie" }).check();
  await form.getByRole("button", { name: "Répartir le reste au prorata" }).click();
  await expect(share("Mairie")).toHaveValue("33,33");
  await expect(total).toContainText("100\u00a0%, toute la production est répartie");
  await expect(page.getByText(/^clé en vigueur : .*points?\)$/).first()).toBeVisible();

  await share("École maternelle").focus();
  await page.keyboard.press("Control+z");
  await expect(total).toContainText("de trop");
  await page.keyboard.press("Control+z"); // the lock
  await page.keyboard.press("Control+z"); // what was typed
  await expect(share("Mairie")).toHaveValue(equal);
  await page.keyboard.press("Control+y");
  await expect(share("Mairie")).toHaveValue("33,33");

  await form.getByText("Coller depuis un tableur").click();
  const lines = ["Mairie\t33,33", "Médiathèque\t33,33 %", "99000000000683\t33.33", "Gymnase\t1", "Point-jeunes\t0,01"];
  await form.getByLabel("Cellules copiées").fill(["Site\tPart", ...lines].join("\n"));
  await form.getByRole("button", { name: "Reprendre ces parts" }).click();
  await expect(form.getByText("Ligne 5 : « Gymnase » n’est ni le PRM ni le nom d’un consommateur.")).toBeVisible();
  const pasted = ["Mairie", "Médiathèque", "Halle des sports", "Point-jeunes"].map((name) => `Part de ${name}, en %`);
  for (const field of await form.getByRole("textbox", { name: /^Part de / }).all()) {
    if (!pasted.includes((await field.getAttribute("aria-label")) ?? "")) await field.fill("");
  }
  await expect(total).toContainText("100\u00a0%, toute la production est répartie"); // 3 × 33,33 + 0,01
  await expect(preview).toBeVisible();

  await form.getByLabel("Pourquoi cette clé").fill("Essai du conseil");
  await form.getByRole("button", { name: "Enregistrer le brouillon" }).click();
  await expect(form.getByText("Le brouillon est enregistré.")).toBeVisible();
  await expect(page).toHaveURL(/editeur\?version=/);
  await page.reload({ waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { level: 1, name: /^Brouillon de la version/ })).toBeVisible();
  await expect(share("Mairie")).toHaveValue("33,33");
  await expect(form.getByLabel("Pourquoi cette clé")).toHaveValue("Essai du conseil");
});

test("the fields are walked through by the keyboard, and a column is pasted from where one is", async ({ page }) => {
  await page.goto(EDITOR, { waitUntil: "networkidle" });
  const share = (name: string) => page.getByRole("textbox", { name: `Part de ${name}, en %` });
  await share("Cantine scolaire").focus();
  await page.keyboard.press("ArrowDown");
  await expect(share("Centre culturel")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(share("Centre technique municipal")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await share("Centre culturel").evaluate((field) => {
    const data = new DataTransfer();
    data.setData("text/plain", "1,5\n2,5");
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(share("Centre culturel")).toHaveValue("1,5");
  await expect(share("Centre technique municipal")).toHaveValue("2,5");
});

test("a share that is no percentage is said beside it and not saved", async ({ page }) => {
  await page.goto(EDITOR, { waitUntil: "networkidle" });
  const hall = page.getByRole("textbox", { name: "Part de Mairie, en %" });
  await hall.fill("treize");
  await expect(page.getByText("Entre 0 et 100, par exemple 12,5")).toBeVisible();
  await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
  await expect(page.getByRole("form").getByRole("alert")).toContainText("Il faut que chaque part soit un pourcentage");
  await expect(hall).toBeFocused();
  await expect(hall).toHaveValue("treize");
});

test.describe("an elected member", () => {
  test.use({ role: "elu" });
  test("tries a key but saves none", async ({ page }) => {
    await page.goto(EDITOR, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "Selon la consommation annuelle" }).click();
    await expect(page.getByText("Aperçu à jour.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Enregistrer le brouillon" })).toHaveCount(0);
  });
});
