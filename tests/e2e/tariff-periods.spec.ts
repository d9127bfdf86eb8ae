import { expect, OPERATION, test } from "./support/session";

const UNTOLD = { name: "Point-jeunes", prm: "99000000001035" };
const HALL = "99000000000134";

test("a month is shown by tariff period, in figures that add up, and names who lacks his hours", async ({ page }) => {
  await page.goto(`${OPERATION}/periodes/2026-06-01/postes`);
  const table = page.getByRole("table", { name: /^Consommateurs par poste/ });
  const lines = await table.getByRole("row").allInnerTexts();
  const tenths = (line: string) =>
    line
      .split("\t")
      .slice(-3)
      .map((cell) => Math.round(Number(cell.replaceAll(/\s/g, "").replace(",", ".")) * 10));
  const [total, ...rows] = lines.slice(1).map(tenths).reverse();
  expect(rows.length).toBeGreaterThan(11); // several periods for some of the eleven
  for (const column of [0, 1, 2]) {
    expect(rows.reduce((sum, row) => sum + (row[column] as number), 0)).toBe(total?.[column]);
  }
  for (const [withdrawal, selfConsumed, complement] of rows) {
    expect((selfConsumed as number) + (complement as number)).toBe(withdrawal);
  }
  await expect(table.getByRole("row", { name: new RegExp(`${UNTOLD.name}.*non renseigné`) })).toBeVisible();
  await page.getByRole("link", { name: UNTOLD.name }).first().click();
  await expect(page).toHaveURL(new RegExp(`/participants/prm/${UNTOLD.prm}$`));
  await expect(page.getByText("Non renseigné", { exact: false }).first()).toBeVisible();
});

test("a pasted table is explained, shown, then kept; a line entered by error is taken back", async ({ page }) => {
  await page.goto(`${OPERATION}/participants/heures-creuses`, { waitUntil: "networkidle" });
  const form = page.getByRole("form", { name: "Tableau d’heures creuses" });
  const cells = form.getByLabel("Tableau copié d’un tableur");
  const typed = `PRM\tÀ partir du\tTarif\tHeures creuses\n${HALL}\t01/01/2030\tHP/HC\tla nuit`;
  await cells.fill(typed);
  await form.getByRole("button", { name: "Vérifier le tableau" }).click();
  await expect(form.getByText(/Ligne 2.*la nuit/)).toBeVisible();
  await expect(cells).toHaveValue(typed);

  await cells.fill(typed.replace("la nuit", "23h-6h"));
  await form.getByRole("button", { name: "Vérifier le tableau" }).click();
  await expect(form.getByText(/7\sh d’heures creuses par jour/u)).toBeVisible();
  await form.getByRole("button", { name: "Enregistrer quand même" }).click();
  await expect(form.getByText(/C’est enregistré/)).toBeVisible();

  await page.goto(`${OPERATION}/participants/prm/${HALL}`, { waitUntil: "networkidle" });
  await expect(page.getByText("23h00-6h00")).toBeVisible();
  await page.getByText("Retirer la dernière ligne, saisie par erreur").click();
  await page.getByRole("button", { name: "Retirer ce qui vaut à partir du 01/01/2030" }).click();
  await expect(page.getByText("23h00-6h00")).toHaveCount(0);
});
