import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { readAnnex2Workbook } from "@/lib/formats/annex-2/read-annex-2-workbook";
import { type Annex2Check, type Annex2Upload, compareAnnex2, type RegistryOperation } from "./compare-annex-2";

/**
 * What an annexe 2 would change from a day on; nothing is written.
 *
 * @throws {DomainError} BEFORE_START when the day is before the operation's first one.
 */
export async function checkAnnex2(
  operation: RegistryOperation,
  { name, bytes }: Annex2Upload,
  effectDay: CivilDate,
): Promise<Annex2Check> {
  const reading = await readAnnex2Workbook(bytes);
  const { difference, problems } = await compareAnnex2(operation, name, reading, effectDay);
  return { effectDay, difference, problems };
}
