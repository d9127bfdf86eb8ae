import type { Browser, Page } from "@playwright/test";
import { expect, OPERATION, signIn, test } from "./support/session";

const AUDIT = "/plan-climat/audit";
const TASKS = ["1.1.1.1.1", "1.1.2.0.1", "1.1.2.0.2", "1.1.2.1.1", "5.1.1.1.3", "5.1.1.3.2", "5.1.2.1.1"];
/** A text that has what the programme asks for two stars, in files of the second generation. */
const REFERENTIAL: Readonly<Record<string, readonly string[]>> = {
  cae: [""],
  "1": ["1", "1.1"],
  "1.1.1": ["1.1.1", "1.1.1.1", "1.1.1.1.1"],
  "1.1.2": ["1.1.2", "1.1.2.0", "1.1.2.0.1", "1.1.2.0.2", "1.1.2.1", "1.1.2.1.1"],
  "5": ["5", "5.1"],
  "5.1.1": ["5.1.1", "5.1.1.1", "5.1.1.1.3", "5.1.1.3", "5.1.1.3.2"],
  "5.1.2": ["5.1.2", "5.1.2.1", "5.1.2.1.1"],
};
const SIGNED = { name: "demande-signee.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };

const partsOf = (id: string) => (id === "" ? [] : id.split("."));

function markdown(file: string): string {
  const [top = "", ...rest] = REFERENTIAL[file] ?? [];
  const node = (id: string, level: number): string[] => {
    const marks = "#".repeat(level);
    const children = rest.filter((each) => partsOf(each).slice(0, -1).join(".") === id && id !== "");
    const points = partsOf(id).length === 3 ? ["points: 10"] : [];
    return [
      `${marks} Action ${id}`,
      "```yaml",
      `identifiant: ${id === "" ? "cae" : id}`,
      ...points,
      "```",
      ...(children.length > 0 ? [`${marks}# Actions`] : []),
      ...children.flatMap((child) => node(child, level + 2)),
    ];
  };
  return node(top, 1).join("\n");
}

/** Calls the API of the plan as the page's own scripts would. */
async function call(page: Page, method: string, rest: string, body: { data?: unknown; multipart?: FormData }) {
  const { origin } = new URL(page.url());
  const tab = page.getByRole("navigation", { name: "Plan climat" }).getByRole("link").first();
  const id = new URL(String(await tab.getAttribute("href")), origin).searchParams.get("collectivite");
  const address = `${origin}/api/v1/collectivities/${id}/climate-plan${rest}`;
  return page.request.fetch(address, { method, headers: { origin }, ...body });
}

const putStatuses = (page: Page, status: { status: string } | null) =>
  call(page, "PUT", "/statuses", {
    data: { statuses: Object.fromEntries(TASKS.map((task) => [`cae_${task}`, status])) },
  });

async function open(browser: Browser, baseURL: string | undefined, role: "admin" | "auditeur"): Promise<Page> {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    storageState: { cookies: [], origins: [] },
  });
  const page = await context.newPage();
  await signIn(page, role);
  await page.waitForURL(role === "auditeur" ? /\/plan-climat/ : "/"); // where signing in leads, and would lead later
  await page.waitForLoadState("networkidle");
  return page;
}

const go = (page: Page, path: string) => page.goto(path, { waitUntil: "networkidle" });

test("a star is asked for, audited by somebody from outside who alone writes, and what he changed is shown", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await go(page, AUDIT);
  const conditions = page.getByRole("list", { name: /Ce que demande l’étoile/ });
  await expect(conditions.getByText("manque").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /Demander/ })).toBeDisabled();

  const files = new FormData();
  for (const file of Object.keys(REFERENTIAL)) files.append("fichier", new File([markdown(file)], `${file}.md`));
  expect((await call(page, "POST", "/referential", { multipart: files })).status()).toBe(200);
  expect((await putStatuses(page, { status: "done" })).status()).toBe(200);

  await go(page, `${AUDIT}?etoile=2`);
  await expect(conditions.getByText("manque")).toHaveCount(0);
  await page.locator("input[type=file]").setInputFiles(SIGNED);
  await page.getByRole("button", { name: "Demander 2 étoiles" }).click();
  await expect(page.getByText("Étoile demandée", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: SIGNED.name })).toBeVisible();

  const admin = await open(browser, baseURL, "admin");
  await go(admin, AUDIT);
  await admin.getByLabel("Adresse électronique de l’auditeur").fill("agent@prorata.example");
  await admin.getByRole("button", { name: "Commencer l’audit" }).click();
  await expect(admin.getByText("Cette personne est membre de la collectivité", { exact: false })).toBeVisible();
  await admin.getByLabel("Adresse électronique de l’auditeur").fill("auditeur@prorata.example");
  await admin.getByRole("button", { name: "Commencer l’audit" }).click();
  await expect(admin.getByText("Audit en cours", { exact: true })).toBeVisible();

  const auditor = await open(browser, baseURL, "auditeur");
  await go(auditor, "/plan-climat/mesures/1.1.1");
  await expect(auditor.getByText("Votre audit est en cours")).toBeVisible();
  const task = auditor.getByRole("listitem").filter({ hasText: "1.1.1.1.1" });
  const isSaved = auditor.waitForResponse((response) => response.request().method() === "POST" && response.ok());
  await task.getByRole("radio", { name: "Pas fait", exact: true }).check();
  await isSaved;
  await auditor.reload({ waitUntil: "networkidle" });
  await expect(task.getByRole("radio", { name: "Pas fait", exact: true })).toBeChecked();
  await go(auditor, OPERATION);
  await expect(auditor.getByRole("heading", { name: "Page introuvable" })).toBeVisible();

  await go(page, "/plan-climat/mesures/1.1.1");
  await expect(page.getByText("Audit en cours : lecture seule")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Fait", exact: true }).first()).toBeDisabled();
  expect((await putStatuses(page, { status: "done" })).status()).toBe(409);

  await go(auditor, AUDIT);
  await auditor.getByRole("checkbox", { name: /Mon audit est fini/ }).check();
  await auditor.getByRole("button", { name: "Valider l’audit" }).click();
  await expect(auditor.getByText("Aucune collectivité")).toBeVisible();

  await go(admin, AUDIT);
  await expect(admin.getByText("Audit validé", { exact: true }).first()).toBeVisible();
  await admin.getByRole("link", { name: "ce que l’audit a changé" }).click();
  const changed = admin.getByRole("row").filter({ hasText: "1.1.1.1.1" });
  await expect(changed).toContainText("Fait");
  await expect(changed).toContainText("Pas fait");

  await go(admin, AUDIT);
  await admin.getByRole("button", { name: /Rouvrir le plan/ }).click();
  await admin.getByLabel("Motif").fill("Vers l’étoile suivante");
  await admin.getByRole("button", { name: "Rouvrir le plan", exact: true }).click();
  await expect(admin.getByText("Pas de demande", { exact: true })).toBeVisible();
  await expect(admin.getByText("Vers l’étoile suivante")).toBeVisible();

  // The plan as other specs expect it.
  expect((await putStatuses(page, null)).status()).toBe(200);
  await go(page, "/plan-climat/referentiel");
  await page.getByRole("button", { name: "Revenir au texte fourni avec Prorata" }).click();
  await page.getByRole("button", { name: "Revenir à ce texte" }).click();
  await expect(page.getByRole("button", { name: "Revenir au texte fourni avec Prorata" })).toBeHidden();
  await go(page, "/plan-climat/historique?quoi=audit");
  await expect(page.getByRole("row").filter({ hasText: "Audit du plan climat validé" })).toContainText("auditeur");
});
