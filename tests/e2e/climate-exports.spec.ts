import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/session";

/** A measure of its own, without the one of the product: what was answered loses its action. */
const ANOTHER_MEASURE = {
  name: "3.1.9.md",
  mimeType: "text/markdown",
  buffer: Buffer.from(`# Une autre mesure
\`\`\`yaml
identifiant: 3.1.9
points: 4
\`\`\`
## Actions
### Une sous-action
\`\`\`yaml
identifiant: 3.1.9.1
pourcentage: 100
categorie: bases
\`\`\`
`),
};

/** Decodes an image as the browser that shows it does. */
async function inspectImage(page: Page, bytes: Buffer) {
  return page.evaluate(async (base64) => {
    const binary = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([binary], { type: "image/png" }));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(context?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer(0));
    return { width, height, corner: pixels[0], colours: new Set(pixels).size };
  }, bytes.toString("base64"));
}

test("a chart of the plan is taken away as an image on white, in the dark too, without the network", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/plan-climat", { waitUntil: "networkidle" });
  const chart = page.getByRole("figure", { name: /Points par catégorie/ });
  await chart.getByRole("button", { name: "Voir le tableau" }).click();
  await expect(chart.getByRole("table")).toBeVisible();
  await chart.getByRole("button", { name: "Voir le graphique" }).click();
  const shown = await chart.getByRole("img").boundingBox();
  const calls: string[] = [];
  page.on("request", (request) => {
    const isPrefetch = request.url().includes("_rsc="); // of a link that comes into view
    if (isPrefetch || request.url().startsWith("blob:") || request.resourceType() === "script") return;
    calls.push(request.url());
  });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    chart.getByRole("button", { name: "PNG" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("plan-climat-categories.png");
  const { width, height, corner, colours } = await inspectImage(page, await readFile(await download.path()));
  // Twice the chart, with its title, its legend and its margins.
  expect(width).toBe(2 * (Math.ceil(shown?.width ?? 0) + 32));
  expect(height).toBeGreaterThan(2 * (shown?.height ?? 0) + 100);
  expect(corner).toBe(0xffffffff);
  expect(colours).toBeGreaterThan(20);
  expect(calls).toEqual([]);
});

test("the plan leaves as a workbook and as a synthesis", async ({ page }) => {
  await page.goto("/plan-climat", { waitUntil: "networkidle" });
  for (const [name, ending, mark] of [
    ["Classeur pour l’auditeur", "xlsx", "PK"],
    ["Synthèse pour le conseil", "pdf", "%PDF"],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^plan-climat-[a-z-]+-\\d{4}-\\d{2}-\\d{2}\\.${ending}$`));
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, mark.length).toString("latin1")).toBe(mark);
  }
});

test("a text is looked at before it counts: its faults, then what it changes", async ({ page, complaints }) => {
  await page.goto("/plan-climat/referentiel", { waitUntil: "networkidle" });
  const drop = page.getByLabel("Fichiers du référentiel à importer");
  const bad = { name: "3.1.3.md", mimeType: "text/markdown", buffer: Buffer.from("# Sans identifiant\n") };
  await drop.setInputFiles([ANOTHER_MEASURE, bad]);
  await expect(page.getByRole("alert").filter({ hasText: "Le texte est refusé : 1 erreur" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "3.1.3.md" })).toContainText("bloc ```yaml");
  complaints.length = 0; // the browser tells of the refusal
  await drop.setInputFiles(ANOTHER_MEASURE);
  const read = page.getByRole("status").filter({ hasText: "Lu : 4 points, 1 axe, 1 mesure, 1 sous-action" });
  await expect(read).toContainText("actions retirées");
  await expect(page.getByRole("row").filter({ hasText: "perd son action" }).first()).toContainText("3.1.1");
  await expect(page.getByRole("button", { name: "Mettre ce texte en vigueur" })).toBeEnabled();
  // Not put in force: other tests look at the measure of the product.
});
