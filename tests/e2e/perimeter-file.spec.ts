import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { civilDate } from "@/lib/domain/time/civil-date";
import { writePerimeterFile } from "@/lib/formats/annex-6/write-perimeter-file";
import { expect, OPERATION, test } from "./support/session";

const SCREEN = `${OPERATION}/participants/perimetre`;
const UNKNOWN_PRM = "99000000009999";

/** What the operator would publish of the demonstration: the town hall a month later, and somebody we do not know. */
function publishedFile(): Buffer {
  const { meteringPoints, startDay } = DEMONSTRATION_OPERATION;
  const rows = meteringPoints.map(({ prm, name }) => {
    return { identifier: prm, from: name === "Mairie" ? civilDate("2025-11-01") : startDay, toExclusive: null };
  });
  const { text } = writePerimeterFile([...rows, { identifier: UNKNOWN_PRM, from: startDay, toExclusive: null }]);
  return Buffer.from(text);
}

test("what the operator says otherwise is shown, and taken over only when one has chosen to and agreed", async ({
  page,
}) => {
  await page.goto(SCREEN, { waitUntil: "networkidle" });
  const form = page.getByRole("form", { name: "Périmètre d’Enedis" });
  const file = { name: "Perimetre_Participants.csv", mimeType: "text/csv", buffer: publishedFile() };
  await form.locator("input[type=file]").setInputFiles(file);
  await form.getByRole("button", { name: "Comparer" }).click();
  const differing = page.getByRole("table", { name: "Rattachements dont les dates diffèrent" });
  await expect(differing).toContainText("depuis le 01/10/2025");
  await expect(differing).toContainText("depuis le 01/11/2025");
  await expect(page.getByRole("table", { name: "Rattachements que le registre n’a pas" })).toContainText(UNKNOWN_PRM);

  await page.getByRole("checkbox", { name: /Mairie/ }).check();
  await page.getByRole("button", { name: "Reprendre les dates d’Enedis" }).click();
  await expect(page.getByText("seront à recalculer")).toBeVisible();
  await page.getByRole("button", { name: "Renoncer" }).click();
  await expect(page.getByText("seront à recalculer")).toBeHidden();
});

test("the arrow keys go from one place of the map to the next", async ({ page }) => {
  await page.goto(`${OPERATION}/participants/carte`, { waitUntil: "networkidle" });
  await expect(page.getByRole("table", { name: "Règles d’éligibilité" })).toContainText("691");
  const west = page.getByRole("link", { name: /^Halle des sports, consommateur/ });
  await west.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("link", { name: /^Point-jeunes, consommateur/ })).toBeFocused();
});
