import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { formatDay } from "@/lib/format/format-date";
import { writeAnnex2Workbook } from "@/lib/formats/annex-2/write-annex-2-workbook";
import { expect, test } from "./support/session";

const SLUG = "roquevers";
const ROOM = `/operations/${SLUG}`;
const VERSIONS = `${ROOM}/coefficients/versions`;
const ACC = "ACC00006666";
const START = civilDate("2026-09-01");
const TODAY = parisCivilDate(Date.now());
const COMMUNE = { name: "Commune de Roquevers", legalId: "21660140100120", address: "1 place de la Mairie" };
const NEIGHBOUR = { name: "Ariane Lantier", legalId: null, address: "2 rue du Four" };

async function annex2() {
  const workbook = {
    kind: "static" as const,
    management: "standard" as const,
    consumers: [
      { ...COMMUNE, prm: "96000000000025", coefficientPpm: 600_000 },
      { ...NEIGHBOUR, prm: "96000000000033", coefficientPpm: 400_000 },
    ],
    producers: [
      {
        ...{ ...COMMUNE, prm: "96000000000017", email: "contact@roquevers.example" },
        ...{ injectionContract: "9600000001", peakPowerW: 36_000 },
      },
    ],
  };
  const { name, bytes } = await writeAnnex2Workbook(workbook, { accNumber: ACC, sentOn: civilDate("2026-08-01") });
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name, mimeType, buffer: Buffer.from(bytes) };
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const spaced = (text: string) => new RegExp(text.replace(/ (?=%)/g, "\\s"));

async function openVersion(page: Page, number: number) {
  await page.goto(VERSIONS, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: `Version ${number}`, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Version ${number} de la clé` })).toBeVisible();
  await page.waitForLoadState("networkidle");
}

test.describe.configure({ mode: "serial" });

test("an operation starts with the key of its annexe 2", async ({ page, baseURL }) => {
  await page.goto("/operations/nouvelle", { waitUntil: "networkidle" });
  const form = page.getByRole("form", { name: "Nouvelle opération" });
  await form.getByLabel("Dénomination").fill("Roquevers");
  await form.getByLabel("Adresse dans Prorata").fill(SLUG);
  await form.getByLabel("Étendue", { exact: true }).check();
  await form.getByLabel("Lieu").fill("66000 Roquevers");
  await form.getByRole("button", { name: "Continuer" }).click();
  await form.getByLabel("Nom de l’organisme").fill(COMMUNE.name);
  await form.getByLabel("Numéro SIRET").fill(COMMUNE.legalId);
  await form.getByLabel("Code NAF").fill("84.11Z");
  await form.getByRole("button", { name: "Continuer" }).click();
  await form.getByLabel("Date de début").fill(START);
  await form.getByLabel(/Numéro de l’opération/).fill(ACC);
  await form.getByRole("button", { name: "Créer l’opération" }).click();
  await expect(page).toHaveURL(new RegExp(`${ROOM}$`));
  const answer = await page.request.post(`/api/v1${ROOM}/annex-2?effectDate=${START}`, {
    headers: { origin: baseURL ?? "" },
    multipart: { file: await annex2() },
  });
  expect(answer.status()).toBe(200);
});

test("one goes back to a version by a new draft, with a date and a reason", async ({ page }) => {
  await openVersion(page, 1);
  const form = page.getByRole("form", { name: "Revenir à cette version" });
  await form.getByLabel("Premier jour voulu").fill(TODAY);
  await form.getByRole("button", { name: "Créer un brouillon avec ces valeurs" }).click();
  await expect(form.getByRole("alert")).toBeVisible();
  await expect(form.getByText("Dites pourquoi")).toBeVisible();
  await expect(form.getByLabel("Premier jour voulu")).toHaveValue(TODAY);
  await form.getByLabel("Motif").fill("Essai du conseil");
  await form.getByRole("button", { name: "Créer un brouillon avec ces valeurs" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Version 2 de la clé" })).toBeVisible();
  await expect(page.getByText("Essai du conseil")).toBeVisible();
  await expect(page.getByText(/Le préavis est dépassé/)).toBeVisible();
  await expectAccessible(page);
});

test("the message of each is read first; then the version is announced", async ({ page }) => {
  await openVersion(page, 2);
  await page.getByRole("link", { name: "Préparer l’annonce" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Prévenir les participants" })).toBeVisible();
  await page.getByRole("link", { name: NEIGHBOUR.name }).click();
  await expect(page.getByRole("heading", { name: `Message pour ${NEIGHBOUR.name}` })).toBeVisible();
  const message = page.getByRole("region", { name: `Message pour ${NEIGHBOUR.name}` });
  await expect(message).toContainText(spaced("PRM 96000000000033.* part inchangée, 40 %"));
  await expect(message).not.toContainText("96000000000025"); // nobody reads the figures of others
  await page.waitForLoadState("networkidle");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Annoncer aux 2 participants" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Version 2 de la clé" })).toBeVisible();
  await expect(page.getByText("annoncée", { exact: true })).toBeVisible();
});

test("a letter is printed, handed over, and recorded", async ({ page }) => {
  await openVersion(page, 2);
  await expect(page.getByText(/2 participants ne sont pas prévenus/).first()).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Lettres à remettre (PDF)" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("lettres-coefficients.pdf");
  await page.getByRole("button", { name: `Remise le… : ${NEIGHBOUR.name}` }).click();
  await page
    .getByRole("form", { name: `Remise à ${NEIGHBOUR.name}` })
    .getByRole("button")
    .click();
  const table = page.getByRole("table", { name: "Participants, et comment chacun a été prévenu" });
  const row = table.getByRole("row", { name: new RegExp(NEIGHBOUR.name) });
  await expect(row).toContainText("lettre remise");
  await expect(row).toContainText(formatDay(TODAY));
  await expectAccessible(page);
});

test("a notice that is too short is refused until the operator's agreement is ticked, then it is in force", async ({
  page,
}) => {
  await openVersion(page, 2);
  await expect(page.getByRole("link", { name: "Annexe 2 avec ces coefficients" })).toBeVisible();
  const form = page.getByRole("form", { name: "Envoyer au gestionnaire" });
  await form.getByRole("button", { name: "Enregistrer l’envoi" }).click();
  await expect(form.getByRole("alert")).toContainText("15 jours ouvrés de préavis");
  await form.getByRole("checkbox", { name: /Le gestionnaire a accepté cette date/ }).check();
  await form.getByRole("button", { name: "Enregistrer l’envoi" }).click();
  await expect(page.getByText("en vigueur", { exact: true }).filter({ visible: true })).toBeVisible();
  await page.goto(`${ROOM}/coefficients`, { waitUntil: "networkidle" });
  await expect(page.getByText(`depuis le ${formatDay(TODAY)}`)).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText(/En retard : 1 participant n’est pas prévenu/)).toBeVisible();
  await page.goto(VERSIONS, { waitUntil: "networkidle" });
  await expect(page.getByRole("row", { name: /^Version 1/ })).toContainText("remplacée");
});

test("a draft that is given up stays in the list", async ({ page }) => {
  await page.goto(VERSIONS, { waitUntil: "networkidle" });
  await expectAccessible(page);
  const form = page.getByRole("form", { name: "Nouveau brouillon" });
  await form.getByRole("radio", { name: /Par défaut/ }).check();
  await form.getByLabel("Motif").fill("Pour comparer");
  await form.getByRole("button", { name: "Créer le brouillon" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Version 3 de la clé" })).toBeVisible();
  await page.getByRole("button", { name: "Abandonner cette version" }).click();
  await expect(page.getByText("abandonnée", { exact: true }).filter({ visible: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Préparer l’annonce" })).toHaveCount(0);
});
