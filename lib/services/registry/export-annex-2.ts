import "server-only";
import { findKeyVersion } from "@/lib/data/coefficient-versions";
import { readRegistry } from "@/lib/data/registry";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { RegistryOperation } from "./compare-annex-2";
import { perimeterOn } from "./perimeter-on";
import { writePerimeterWorkbook } from "./write-perimeter-workbook";

/**
 * The registry on a day as the workbook that Enedis reads.
 *
 * What the registry does not know is left empty, for a person to fill in.
 *
 * @param day - Of the perimeter; null: the first day of the key asked for, else the day it is sent on.
 * @param sentOn - Day in the file's name.
 * @param keyId - A version of the key in the place of the one that holds that day.
 * @throws {DomainError} NO_ACC_NUMBER before the operator has given the operation its number; UNKNOWN_KEY.
 */
export async function exportAnnex2(
  { id, sheet }: RegistryOperation,
  day: CivilDate | null,
  sentOn: CivilDate,
  keyId?: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { accNumber } = sheet;
  if (accNumber === null) throw new DomainError("NO_ACC_NUMBER", "the name of an annexe 2 starts with the ACC number");
  const key = keyId === undefined ? null : await findKeyVersion(id, keyId);
  const registry = await readRegistry(id);
  const perimeter = perimeterOn(
    key === null ? registry : { ...registry, keys: [{ ...key, from: sheet.startDay, toExclusive: null }] },
    day ?? key?.from ?? sentOn,
  );
  return writePerimeterWorkbook(perimeter, { accNumber, sentOn });
}
