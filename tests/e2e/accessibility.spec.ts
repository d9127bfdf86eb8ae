import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, OPERATION, test } from "./support/session";
import { test as walk } from "./support/walk";

const SCREENS = [
  ["à faire", "/"],
  ["operations", "/operations"],
  ["nouvelle opération", "/operations/nouvelle"],
  ["tableau de bord", OPERATION],
  ["participants", `${OPERATION}/participants`],
  ["heures creuses", `${OPERATION}/participants/heures-creuses`],
  ["nouveau participant", `${OPERATION}/participants/nouveau`],
  ["PRM", `${OPERATION}/participants/prm/99000000000134`],
  ["modifier un PRM", `${OPERATION}/participants/prm/99000000000134/modifier`],
  ["annexe 2", `${OPERATION}/participants/annexe-2`],
  ["consentements", `${OPERATION}/participants/consentements`],
  ["périmètre d’Enedis", `${OPERATION}/participants/perimetre`],
  ["carte et éligibilité", `${OPERATION}/participants/carte`],
  ["mesures", `${OPERATION}/mesures`],
  ["courbes", `${OPERATION}/mesures/courbes?du=2026-10-12&au=2026-10-25&avec=precedente`],
  ["monotone", `${OPERATION}/mesures/courbes?vue=monotone`],
  ["semaine moyenne", `${OPERATION}/mesures/courbes?courbes=99000000000683&vue=semaine`],
  ["mesures d’un jour", `${OPERATION}/mesures/prm/99000000000683?jour=2026-10-19`],
  ["imports", `${OPERATION}/mesures/imports`],
  ["mesures d’un jour corrigé", `${OPERATION}/mesures/prm/99000000000683?jour=2026-10-12`],
  ["coefficients", `${OPERATION}/coefficients`],
  ["versions de la clé", `${OPERATION}/coefficients/versions`],
  ["enregistrer une clé", `${OPERATION}/coefficients/versions/enregistrer`],
  ["clé du mois", `${OPERATION}/coefficients/cle-du-mois`],
  ["éditeur de clé", `${OPERATION}/coefficients/editeur`],
  ["périodes", `${OPERATION}/periodes`],
  ["période calculée", `${OPERATION}/periodes/2026-06-01`],
  ["un pas expliqué", `${OPERATION}/periodes/2026-06-01/pas`],
  ["postes tarifaires", `${OPERATION}/periodes/2026-06-01/postes`],
  ["coefficients appliqués", `${OPERATION}/periodes/2026-06-01/coefficients`],
  ["fichiers et relevés", `${OPERATION}/periodes/2026-06-01/fichiers`],
  ["comparaison avec le gestionnaire", `${OPERATION}/periodes/2026-09-01/comparaison`],
  [
    "comparaison d’une courbe",
    `${OPERATION}/periodes/2026-09-01/comparaison?prm=99000000001035&grandeur=self_consumed&lignes=toutes`,
  ],
  ["comparaison sans données", `${OPERATION}/periodes/2026-06-01/comparaison`],
  ["versions d’un résultat", `${OPERATION}/periodes/2026-06-01/versions?recalculer=1`],
  ["période incomplète", `${OPERATION}/periodes/2026-10-01`],
  ["échéances", `${OPERATION}/echeances`],
  ["demandes", `${OPERATION}/echeances/demandes`],
  ["nouvelle demande", `${OPERATION}/echeances/demandes/nouvelle?type=perimeter`],
  ["courriers", `${OPERATION}/echeances/courriers`],
  ["nouveau courrier", `${OPERATION}/echeances/courriers/nouveau`],
  ["locataires HLM", `${OPERATION}/echeances/hlm`],
  ["convention", `${OPERATION}/echeances/convention`],
  ["réclamations", `${OPERATION}/echeances/reclamations`],
  ["nouvelle réclamation", `${OPERATION}/echeances/reclamations/nouvelle`],
  ["fiche de l’opération", `${OPERATION}/reglages`],
  ["interlocuteurs", `${OPERATION}/reglages/interlocuteurs`],
  ["calendrier de calcul", `${OPERATION}/reglages/calendrier`],
  ["journal", `${OPERATION}/reglages/journal`],
  ["plan climat", "/plan-climat"],
  ["actions du plan climat à renseigner", "/plan-climat?manque=1"],
  ["historique du plan climat", "/plan-climat/historique"],
  ["instantanés du plan climat", "/plan-climat/instantanes"],
  ["demande d’étoile et audit", "/plan-climat/audit"],
  ["référentiel du plan climat", "/plan-climat/referentiel"],
  ["preuves du plan climat", "/plan-climat/preuves"],
  ["personnalisation du plan climat", "/plan-climat/personnalisation"],
  ["mesure du plan climat", "/plan-climat/mesures/3.1.1"],
  ["compte", "/compte"],
  ["documentation de l’API", "/documentation/api"],
] as const;

const SETTINGS = [
  { name: "clair, ordinateur", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "sombre, téléphone", colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

for (const [screen, path] of SCREENS) {
  walk(`${screen} has no accessibility violation and never scrolls sideways`, async ({ walkPage: page }) => {
    await wear(page, SETTINGS[0]);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle"); // charts come after the page
    for (const setting of SETTINGS) {
      await walk.step(setting.name, async () => {
        await wear(page, setting);
        await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", setting.colorScheme);
        await settle(page);
        expect.soft(await listViolations(page)).toEqual([]);
        expect.soft(await page.evaluate(overflowPx)).toBe(0);
      });
    }
  });
}

test.describe("not signed in", () => {
  test.use({ role: null });
  test("the sign-in page has no accessibility violation", async ({ page }) => {
    await page.goto("/connexion");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await listViolations(page)).toEqual([]);
  });
});

async function wear(page: Page, { colorScheme, viewport }: (typeof SETTINGS)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(viewport);
}

/** Lets the page be drawn again, and every colour on its way to another arrive. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const isDrawn = () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await isDrawn();
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
    await isDrawn();
  });
}

async function listViolations(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const overflowPx = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
