import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, OPERATION, test } from "./support/session";

const FILES = `${OPERATION}/periodes/2026-06-01/fichiers`;

async function downloadBy(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  const chunks = await (await download.createReadStream()).toArray();
  return { name: download.suggestedFilename(), bytes: new Uint8Array(Buffer.concat(chunks)) };
}

/** A page breaks a name where a line ends. */
const unbroken = (text: string) => text.replace(/\s/g, "");

test("from a settled month one downloads a statement, the surplus of a producer and the operator's files", async ({
  page,
}) => {
  await page.goto(`${OPERATION}/periodes/2026-06-01`, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Fichiers et relevés" }).click();
  await expect(page.getByRole("heading", { name: "Fichiers et relevés", level: 1 })).toBeVisible();

  const people = page.getByRole("table", { name: /^Relevés des participants/ });
  const someone = people.getByRole("row").nth(1);
  const name = await someone.getByRole("rowheader").innerText();
  const statement = await downloadBy(page, () => someone.getByRole("link", { name: "Relevé" }).click());
  expect(statement.name).toMatch(/_01062026_30062026_v\d+_releve_[a-z0-9-]+\.pdf$/);
  const { text } = await extractText(await getDocumentProxy(statement.bytes), { mergePages: true });
  expect(unbroken(text)).toContain(unbroken(name));
  expect(unbroken(text)).toContain(unbroken("du 01/06/2026 au 30/06/2026"));

  const producers = page.getByRole("table", { name: /^Surplus de chaque producteur/ });
  const surplus = await downloadBy(page, () => producers.getByRole("link", { name: "Fichiers" }).first().click());
  expect(Object.keys(unzipSync(surplus.bytes))).toHaveLength(3);

  const operator = page.getByRole("list", { name: "Fichiers au format du gestionnaire" });
  const row = operator.getByRole("listitem").filter({ hasText: "Annexe 6" });
  const count = Number(/(\d+)\s+fichiers/.exec(await row.innerText())?.[1]);
  const annex6 = await downloadBy(page, () => row.getByRole("link", { name: "Télécharger" }).click());
  expect(Object.keys(unzipSync(annex6.bytes))).toHaveLength(count);
});

test.describe("as an elected member", () => {
  test.use({ role: "elu" });
  test("files are there, statements are not", async ({ page }) => {
    await page.goto(FILES);
    await expect(page.getByRole("list", { name: "Tableaux et courbes" })).toBeVisible();
    await expect(page.getByRole("table", { name: /^Relevés des participants/ })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Tous les relevés" })).toHaveCount(0);
  });
});
