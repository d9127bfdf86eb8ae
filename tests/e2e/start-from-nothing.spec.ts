import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { writeAnnex2Workbook } from "@/lib/formats/annex-2/write-annex-2-workbook";
import { writeLoadCurveFile } from "@/lib/formats/annex-6/write-load-curve-file";
import { expect, test } from "./support/session";

const SLUG = "pezilla-la-riviere";
const ROOM = `/operations/${SLUG}`;
const START = civilDate("2026-09-01");
const ROOF = "98000000000017";
const TOWN_HALL = "98000000000025";
const SCHOOL = "98000000000033";

// The convention's own case (annexe 1), before Enedis has given a number.
const HOLDER = {
  name: "Commune de Pézilla-la-Rivière",
  legalId: "21660140100120",
  address: "31 bis avenue du Canigou",
};

async function annex2() {
  const workbook = {
    kind: "default" as const,
    management: "standard" as const,
    consumers: [TOWN_HALL, SCHOOL].map((prm) => ({ ...HOLDER, prm, coefficientPpm: null })),
    producers: [
      {
        ...HOLDER,
        prm: ROOF,
        email: "contact@mairie-pezilla-riviere.fr",
        injectionContract: "9800000001",
        peakPowerW: 54_000,
      },
    ],
  };
  const { bytes } = await writeAnnex2Workbook(workbook, { accNumber: "ACC00000000", sentOn: civilDate("2026-08-01") });
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name: "participants.xlsx", mimeType, buffer: Buffer.from(bytes) };
}

/** A whole month of one meter at one constant energy. [Wh per half-hour] */
function september(identifier: string, quantity: "withdrawal" | "injection", energyWh: number) {
  const axis = parisPeriodAxis(START, civilDate("2026-10-01"), 30);
  const series = { axis, energyWh: new Float64Array(axis.length).fill(energyWh) };
  const { name, text } = writeLoadCurveFile({ identifier, quantity, series });
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
}

test.describe.configure({ mode: "serial" });

test("an operation is created before it has a number, and what is wrong is said beside its field", async ({ page }) => {
  await page.goto("/operations", { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Nouvelle opération" }).click();
  const form = page.getByRole("form", { name: "Nouvelle opération" });
  await page.waitForLoadState("networkidle");
  await form.getByLabel("Dénomination").fill("Pézilla-la-Rivière");
  await expect(form.getByLabel("Adresse dans Prorata")).toHaveValue(SLUG);
  await form.getByRole("button", { name: "Continuer" }).click();
  await expect(form.getByText("Choisissez le périmètre géographique.")).toBeVisible();
  await expect(form.getByLabel("Dans un même et unique bâtiment")).toBeFocused();
  await form.getByLabel("Étendue", { exact: true }).check();
  await form.getByLabel("Lieu").fill("66370 Pézilla-la-Rivière");
  await form.getByLabel("Adresse dans Prorata").fill("saint-exemple-les-vignes");
  await form.getByRole("button", { name: "Continuer" }).click();

  await form.getByLabel("Nom de l’organisme").fill(HOLDER.name);
  await form.getByLabel("Numéro SIRET").fill("21660140100121");
  await form.getByLabel("Forme juridique").focus();
  await expect(form.getByText("La clé de ce SIRET est fausse")).toBeVisible();
  await form.getByLabel("Numéro SIRET").fill("216 601 401 00120");
  await form.getByLabel("Code NAF").fill("84.11Z");
  await form.getByRole("button", { name: "Continuer" }).click();

  await form.getByLabel("Date de début").fill(START);
  await form.getByRole("button", { name: "Créer l’opération" }).click();
  await expect(form.getByText("déjà celle d’une autre opération").first()).toBeVisible();
  await expect(form.getByLabel("Adresse dans Prorata")).toBeFocused();
  await expect(form.getByLabel("Numéro SIRET")).toHaveValue("216 601 401 00120"); // nothing is lost

  await page.reload({ waitUntil: "networkidle" });
  await expect(form.getByLabel("Nom de l’organisme")).toHaveValue(HOLDER.name);
  await form.getByLabel("Adresse dans Prorata").fill(SLUG);
  await form.getByRole("button", { name: "Créer l’opération" }).click();
  await expect(page).toHaveURL(new RegExp(`${ROOM}$`));
  await expect(page.getByRole("heading", { name: "Premiers pas" })).toBeVisible();
});

test("its participants come from an annexe 2", async ({ page }) => {
  await page.goto(ROOM, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Déposer une annexe 2" }).click();
  await page.waitForLoadState("networkidle");
  const form = page.getByRole("form", { name: "Annexe 2" });
  await form.locator("input[type=file]").setInputFiles(await annex2());
  await form.getByLabel("Date d’effet").fill(START);
  await form.getByRole("button", { name: "Vérifier" }).click();
  await page.getByRole("button", { name: "Enregistrer ces changements" }).click();
  await expect(page.getByText("C’est enregistré")).toBeVisible();
});

test("its key is set", async ({ page }) => {
  await page.goto(`${ROOM}/coefficients/versions/enregistrer`, { waitUntil: "networkidle" });
  const form = page.getByRole("form", { name: "Clé déjà appliquée" });
  await form.getByLabel(/Par défaut/).check();
  await form.getByLabel("Premier jour").fill(START);
  await form.getByRole("button", { name: "Enregistrer la clé" }).click();
  await expect(form.getByRole("status")).toContainText("01/09/2026");
});

test("its first month is measured and settled, and the first steps are over", async ({ page }) => {
  await page.goto(ROOM, { waitUntil: "networkidle" });
  await expect(page.getByText("1 producteur et 2 consommateurs dans le périmètre.")).toBeVisible();
  await page.getByRole("link", { name: "Importer des mesures" }).click();
  await page.waitForLoadState("networkidle");
  await page
    .getByLabel("Fichiers de mesures à importer")
    .setInputFiles([
      september(ROOF, "injection", 1_000),
      september(TOWN_HALL, "withdrawal", 600),
      september(SCHOOL, "withdrawal", 200),
    ]);
  await page.waitForURL(/\/mesures\/imports\/[0-9a-f-]{36}$/);
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("terminé", { exact: true })).toBeVisible();

  await page.goto(ROOM, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Calculer le premier mois" }).click();
  await page.getByRole("button", { name: "Calculer la période" }).click();
  await expect(page.getByText("1 sur 1, calculée le")).toBeVisible();

  await page.goto(ROOM, { waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { name: /septembre 2026/ })).toBeVisible();
  await expect(page.getByText("Premiers pas")).toHaveCount(0);
});

test("its number is entered once received, and the calendar stays as it is", async ({ page }) => {
  await page.goto(ROOM, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Réglages" }).click();
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Modifier : Numéro" }).click();
  const form = page.getByRole("form", { name: "Modifier : Numéro" });
  await form.getByLabel("Numéro de l’opération").fill("ACC00009999");
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await expect(form.getByText("votre opération « Saint-Exemple-les-Vignes »").first()).toBeVisible();
  await form.getByLabel("Numéro de l’opération").fill("acc 00000112");
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("C’est enregistré.")).toBeVisible();
  await expect(page.getByText("ACC00000112")).toBeVisible();
  await expect(page.getByText("ces trois réglages ne changent plus")).toBeVisible();
  await expect(page.getByRole("button", { name: "Modifier : Calendrier de calcul" })).toHaveCount(0);
});

test.describe("as an elected member", () => {
  test.use({ role: "elu" });
  test("the sheet can be read, nothing changed or created", async ({ page }) => {
    await page.goto(`${ROOM}/reglages`);
    await expect(page.getByRole("heading", { name: "Fiche de l’opération" })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Modifier/ })).toHaveCount(0);
    await page.goto("/operations/nouvelle");
    await expect(page.getByText("Votre rôle permet de lire les opérations, pas d’en créer")).toBeVisible();
  });
});
