import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { civilDate } from "@/lib/domain/time/civil-date";
import { declareOperation } from "./support/declare-operation";
import { expect, test } from "./support/session";

const SLUG = "villers-le-partage";
const ROOM = `/operations/${SLUG}`;
const MONTH = `${ROOM}/coefficients/cle-du-mois/2026-09-01`;
const ACC = "ACC00007777";
const FILE = `${ACC}_30_01092026_30092026.txt`;
const START = civilDate("2026-09-01");
const ROOF = "97000000000017";
const TOWN_HALL = "97000000000025";
const SCHOOL = "97000000000033";

const HOLDER = { name: "Commune de Villers", legalId: "21660140100120", address: "1 place de la Mairie" };

/** Two consumers and a roof under a dynamic key, as the organiser would declare them. */
const ANNEX_2 = {
  ...{ kind: "dynamic_simple" as const, management: "standard" as const },
  consumers: [TOWN_HALL, SCHOOL].map((prm) => ({ ...HOLDER, prm, coefficientPpm: null })),
  producers: [
    {
      ...{ ...HOLDER, prm: ROOF, email: "contact@villers.example" },
      ...{ injectionContract: "9700000001", peakPowerW: 36_000 },
    },
  ],
};

/** The key of the month as it is downloaded. */
async function downloadFile(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Télécharger l’annexe 5" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(FILE);
  return readFile(await download.path(), "utf8");
}

const uploaded = (text: string) => ({ name: FILE, mimeType: "text/plain", buffer: Buffer.from(text) });

test.describe.configure({ mode: "serial" });

test("an operation under a dynamic key has months to notify", async ({ page, baseURL }) => {
  await declareOperation(page, {
    ...{ slug: SLUG, name: "Villers", accNumber: ACC, startDay: START, holder: HOLDER },
    ...{ annex2: ANNEX_2, origin: baseURL ?? "" },
  });
  await page.goto(`${ROOM}/coefficients`, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Préparer la clé du mois" }).click();
  await page.getByRole("link", { name: "septembre 2026" }).click();
  await expect(page).toHaveURL(new RegExp(`${MONTH}$`));
  await expect(page.getByText("Le délai est passé depuis le 07/10/2026")).toBeVisible();
});

test("the key is made by a calendar, seen hour by hour, corrected by hand", async ({ page }) => {
  await page.goto(MONTH, { waitUntil: "networkidle" });
  const form = page.getByRole("form", { name: "Faire la clé" });
  await form.getByRole("radio", { name: "Par calendrier" }).check();
  await form.getByRole("button", { name: "Ajouter une plage" }).click();
  const range = form.getByRole("group", { name: "Plage 1" });
  await range
    .getByLabel(/^Commune de Villers/)
    .first()
    .fill("100");
  const rest = form.getByRole("group", { name: "Le reste du temps" });
  await rest
    .getByLabel(/^Commune de Villers/)
    .first()
    .fill("60");
  await rest
    .getByLabel(/^Commune de Villers/)
    .last()
    .fill("50");
  await expect(form.getByText("Le reste du temps : la somme dépasse 100 %.")).toBeVisible();
  await rest
    .getByLabel(/^Commune de Villers/)
    .last()
    .fill("30");
  await form.getByRole("button", { name: "Faire la clé du mois" }).click();
  await expect(page.getByText("La clé du mois est faite : chaque pas a ses coefficients.")).toBeVisible();

  const hour = page.getByRole("button", { name: /Les flèches changent de jour et d’heure/ });
  await expect(hour).toHaveAccessibleName(/^01\/09\/2026, 12\sh – 13\sh : 100/);
  await hour.press("ArrowRight");
  for (let count = 0; count < 6; count += 1) await hour.press("ArrowDown");
  await expect(hour).toHaveAccessibleName(/^02\/09\/2026, 18\sh – 19\sh : 60/);
  await page.getByRole("button", { name: "Voir le tableau" }).click();
  await expect(page.getByRole("table", { name: /^Part de/ })).toContainText("01/09/2026");

  await page.getByText("Corriger à la main", { exact: true }).first().click();
  const correction = page.getByRole("form", { name: "Corriger à la main" });
  await correction.getByLabel(/^Au/).fill("2026-09-01");
  await correction.getByLabel("Coefficient, en %").fill("80");
  await correction.getByRole("button", { name: "Corriger" }).click();
  await expect(correction.getByRole("alert")).toContainText(
    "Le 01/09/2026 à 00:00, la somme des coefficients ferait 110",
  );
  await correction.getByLabel("Coefficient, en %").fill("12,5");
  await correction.getByRole("button", { name: "Corriger" }).click();
  await expect(page.getByText("C’est corrigé : 48 pas changés.")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test("the file goes out, comes back checked, and is refused one row short", async ({ page, complaints }) => {
  await page.goto(MONTH, { waitUntil: "networkidle" });
  const text = await downloadFile(page);
  const rows = text.split("\r\n");
  expect(rows).toHaveLength(1 + 30 * 48 + 1);
  expect(rows[1]).toMatch(/^01-09-2026 00:00;12,50;30,00$/);

  const form = page.getByRole("form", { name: "Importer mon fichier" });
  await form.locator("input[type=file]").setInputFiles(uploaded(rows.toSpliced(100, 1).join("\r\n")));
  await form.getByRole("button", { name: "Vérifier" }).click();
  await expect(page.getByText("Le fichier est refusé : 1 faute")).toBeVisible();
  const problems = page.getByRole("table", { name: /^Problèmes du fichier/ });
  await expect(problems).toContainText("Après la ligne 100, il manque la ligne du 03-09-2026 01:30. Ajoutez-la.");
  await expect(problems).toContainText("6. Une ligne par pas de la période");
  complaints.length = 0; // the refusal itself (422) is told in the console by the browser

  await form.locator("input[type=file]").setInputFiles(uploaded(text));
  await form.getByRole("button", { name: "Vérifier" }).click();
  await expect(page.getByText(/^Le fichier est bon/)).toBeVisible();
  await page.getByRole("button", { name: "En faire la clé du mois" }).click();
  await expect(page.getByText("C’est enregistré : ce fichier est la clé du mois")).toBeVisible();
  await expect(page.getByRole("table", { name: /^Clés faites/ })).toContainText("fichier importé");
});

test("once sent it does not change, and the operator’s answer is kept", async ({ page }) => {
  await page.goto(MONTH, { waitUntil: "networkidle" });
  const sending = page.getByRole("form", { name: "Noter l’envoi" });
  await sending.getByLabel("Envoyée le").fill("2026-10-02");
  await sending.getByRole("button", { name: "Noter l’envoi" }).click();
  await expect(page.getByText("Envoyée le 02/10/2026.")).toBeVisible();
  await expect(page.getByText("Corriger à la main")).toHaveCount(0);
  await expect(page.getByText(/Le délai est passé/)).toHaveCount(0);
  const answer = page.getByRole("form", { name: "Réponse d’Enedis" });
  await answer.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(page.getByText("acceptée", { exact: true }).first()).toBeVisible();
});

test.describe("as an elected member", () => {
  test.use({ role: "elu" });
  test("the key of a month is read, not made", async ({ page }) => {
    await page.goto(MONTH, { waitUntil: "networkidle" });
    await expect(page.getByRole("link", { name: "Télécharger l’annexe 5" })).toBeVisible();
    await expect(page.getByRole("form")).toHaveCount(0);
  });
});
