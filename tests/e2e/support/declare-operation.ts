import { expect, type Page } from "@playwright/test";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Annex2Workbook } from "@/lib/formats/annex-2/annex-2-workbook";
import { writeAnnex2Workbook } from "@/lib/formats/annex-2/write-annex-2-workbook";

export type DeclaredOperation = {
  readonly slug: string;
  readonly name: string;
  readonly accNumber: string;
  readonly startDay: CivilDate;
  readonly holder: { readonly name: string; readonly legalId: string };
  /** Its perimeter, from the first day on. */
  readonly annex2: Annex2Workbook;
  readonly origin: string;
};

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Makes an operation by its form, then declares its perimeter and the kind of its key by its annexe 2. */
export async function declareOperation(page: Page, declared: DeclaredOperation): Promise<void> {
  const { slug, name, accNumber, startDay, holder, annex2, origin } = declared;
  await page.goto("/operations/nouvelle", { waitUntil: "networkidle" });
  const form = page.getByRole("form", { name: "Nouvelle opération" });
  await form.getByLabel("Dénomination").fill(name);
  await form.getByLabel("Adresse dans Prorata").fill(slug);
  await form.getByLabel("Étendue", { exact: true }).check();
  await form.getByLabel("Lieu").fill(`66000 ${name}`);
  await form.getByRole("button", { name: "Continuer" }).click();
  await form.getByLabel("Nom de l’organisme").fill(holder.name);
  await form.getByLabel("Numéro SIRET").fill(holder.legalId);
  await form.getByLabel("Code NAF").fill("84.11Z");
  await form.getByRole("button", { name: "Continuer" }).click();
  await form.getByLabel("Date de début").fill(startDay);
  await form.getByLabel(/Numéro de l’opération/).fill(accNumber);
  await form.getByRole("button", { name: "Créer l’opération" }).click();
  await expect(page).toHaveURL(new RegExp(`/operations/${slug}$`));

  const { name: fileName, bytes } = await writeAnnex2Workbook(annex2, { accNumber, sentOn: startDay });
  const answer = await page.request.post(`/api/v1/operations/${slug}/annex-2?effectDate=${startDay}`, {
    headers: { origin },
    multipart: { file: { name: fileName, mimeType: TYPE, buffer: Buffer.from(bytes) } },
  });
  expect(answer.status()).toBe(200);
}
