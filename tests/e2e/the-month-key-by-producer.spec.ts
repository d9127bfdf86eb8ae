import AxeBuilder from "@axe-core/playwright";
import { civilDate } from "@/lib/domain/time/civil-date";
import { declareOperation } from "./support/declare-operation";
import { expect, test } from "./support/session";

const SLUG = "fontaine-le-partage";
const ROOM = `/operations/${SLUG}`;
const MONTH = `${ROOM}/coefficients/cle-du-mois/2026-09-01`;
const ROOF = "97000000000041";
const MARKET = "97000000000058";
const HOLDER = { name: "Commune de Fontaine", legalId: "21660140100120", address: "1 place de la Mairie" };

/** Two producers, the half-hours of September. */
const MESSAGES = "2\u202f880";

test.describe.configure({ mode: "serial" });

test("a full dynamic key is made by producers served in turn, and no file is offered", async ({ page, baseURL }) => {
  const consumer = { ...HOLDER, coefficientPpm: null };
  const producer = { ...HOLDER, email: "contact@fontaine.example", peakPowerW: 36_000 };
  await declareOperation(page, {
    ...{ slug: SLUG, name: "Fontaine", accNumber: "ACC00008888", startDay: civilDate("2026-09-01"), holder: HOLDER },
    annex2: {
      ...{ kind: "dynamic_full", management: "standard" },
      consumers: ["97000000000066", "97000000000074"].map((prm) => ({ ...consumer, prm })),
      producers: [ROOF, MARKET].map((prm, rank) => ({ ...producer, prm, injectionContract: `970000000${rank + 2}` })),
    },
    origin: baseURL ?? "",
  });
  await page.goto(MONTH, { waitUntil: "networkidle" });
  await expect(page.getByText("Elle passe par l’interface seulement")).toBeVisible();
  await expect(page.getByRole("form", { name: "Importer mon fichier" })).toHaveCount(0);

  const form = page.getByRole("form", { name: "Faire la clé" });
  const order = form.getByRole("group", { name: "Ordre des producteurs" });
  await order
    .getByRole("button", { name: new RegExp(`^Servir .*${MARKET}.* plus t`) })
    .and(page.locator(":enabled"))
    .first()
    .click();
  await form.getByRole("radio", { name: "Par calendrier" }).check();
  const shares = form.getByRole("group", { name: "Le reste du temps" });
  await shares.getByRole("textbox").first().fill("60");
  await shares.getByRole("textbox").last().fill("30");
  await form.getByRole("button", { name: "Faire la clé du mois" }).click();
  await expect(page.getByText("La clé du mois est faite : chaque pas a ses coefficients.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Télécharger l’annexe 5" })).toHaveCount(0);
});

test("it is seen and corrected producer by producer", async ({ page }) => {
  await page.goto(MONTH, { waitUntil: "networkidle" });
  await page.getByLabel("Producteur", { exact: true }).selectOption({ index: 1 });
  await expect(page).toHaveURL(/producteur=97000000000/);
  await page.getByText(/^Corriger à la main la clé de/).click();
  const correction = page.getByRole("form", { name: "Corriger à la main" });
  await correction.getByLabel(/^Au/).fill("2026-09-01");
  await correction.getByLabel("Coefficient, en %").fill("12,5");
  await correction.getByRole("button", { name: "Corriger" }).click();
  await expect(page.getByText("C’est corrigé : 48 pas changés.")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test("its messages wait, one is rejected, the others are accepted as a whole", async ({ page, baseURL }) => {
  await page.goto(MONTH, { waitUntil: "networkidle" });
  const sending = page.getByRole("form", { name: "Mettre en attente" });
  await sending.getByLabel("Notifiée le").fill("2026-10-02");
  await sending.getByRole("button", { name: "Mettre en attente" }).click();
  await expect(page.getByText(`${MESSAGES} messages comptent comme non notifiés`)).toBeVisible();

  const api = `/api/v1${ROOM}/coefficients`;
  const { deliveries } = await (await page.request.get(api)).json();
  const path = `${api}/deliveries/${deliveries[0].id}`;
  const { steps } = await (await page.request.get(`${path}/steps?outcome=waiting`)).json();
  const answers = [{ id: steps[0].id, outcome: "rejected", rejection: "Somme supérieure à 100 %" }];
  const answered = await page.request.post(`${path}/answers`, {
    headers: { origin: baseURL ?? "" },
    data: { answers },
  });
  expect(await answered.json()).toEqual({ answeredCount: 1 });

  await page.reload({ waitUntil: "networkidle" });
  const acceptance = page.getByRole("form", { name: "Tout accepté" });
  await acceptance.getByLabel("Enedis l’a dit le").fill("2026-10-06");
  await acceptance.getByRole("button", { name: "Tout accepté" }).click();
  await expect(page.getByText(/comptent comme non notifiés/)).toHaveCount(0);
  const rejected = page.getByRole("table", { name: /^Messages rejetés/ });
  await expect(rejected).toContainText("Somme supérieure à 100 %");
  await expect(rejected).toContainText("surplus, ce pas de la clé de ce producteur");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test.describe("as an elected member", () => {
  test.use({ role: "elu" });
  test("the exchange is read, nothing is written", async ({ page }) => {
    await page.goto(MONTH, { waitUntil: "networkidle" });
    await expect(page.getByRole("table", { name: /^Messages rejetés/ })).toBeVisible();
    await expect(page.getByRole("form")).toHaveCount(0);
  });
});
