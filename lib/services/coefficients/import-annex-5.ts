import "server-only";
import { writeDeliveries } from "@/lib/data/coefficient-delivery-writing";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { parseAnnex5FileName } from "@/lib/formats/annex-5/annex-5-file-name";
import type { Annex5Reading } from "@/lib/formats/annex-5/read-annex-5-file";
import { dynamicKeyOf, listClosedPeriods, type NamedOperation } from "./find-month-period";
import { type Annex5Upload, readAnnex5Days } from "./read-annex-5-days";

export type Annex5Import = {
  readonly status: "checked" | "stored" | "refused";
  /** That the file is set against. */
  readonly period: Period;
  readonly reading: Annex5Reading;
  /** Once it is stored. */
  readonly deliveryId: string | null;
};

/**
 * Sets a file of coefficients against its period and perimeter; a file without a fault may become the draft of its month.
 *
 * @param options - `from` names the period; without it the file's name does. `dryRun`: nothing is stored.
 * @param day - Today.
 * @throws {DomainError} UNKNOWN_PERIOD when no period is over; NOT_DYNAMIC; NO_FILE_FOR_FULL_DYNAMIC.
 * @see Convention Enedis-FOR-CF_01E, art. 4.4 and annexe 5.
 */
export async function importAnnex5(
  operation: NamedOperation,
  actor: Actor,
  { name, chunks }: Annex5Upload,
  { from, dryRun }: { readonly from?: CivilDate | undefined; readonly dryRun: boolean },
  day: CivilDate,
): Promise<Annex5Import> {
  const { id, sheet } = operation;
  const period = choosePeriod(listClosedPeriods(sheet, day), from, name);
  const key = dynamicKeyOf(await listCoefficientKeys(id), period);
  if (!key) throw new DomainError("NOT_DYNAMIC", "no dynamic key holds in this period", { details: { ...period } });
  if (key.kind === "dynamic_full") {
    throw new DomainError("NO_FILE_FOR_FULL_DYNAMIC", "full dynamic coefficients do not travel as a file");
  }
  const { reading, days, unitPpm } = await readAnnex5Days(operation, period, { name, chunks });
  if (reading.problems.errorCount > 0) return { status: "refused", period, reading, deliveryId: null };
  if (dryRun) return { status: "checked", period, reading, deliveryId: null };
  const deliveryId = await writeDeliveries(id, actor, (writing) =>
    writing.insertDraft({
      keyId: key.id,
      kind: "dynamic_simple",
      channel: "file",
      period,
      stepMinutes: sheet.stepMinutes,
      unitPpm,
      rule: { kind: "file" },
      fileName: name,
      problems: [],
      days,
    }),
  );
  return { status: "stored", period, reading, deliveryId };
}

// The file's own days where they are a period's: what is wrong with it is then told against that one.
function choosePeriod(closed: readonly Period[], from: CivilDate | undefined, name: string): Period {
  const wanted = from ?? parseAnnex5FileName(name)?.period.from;
  const found = closed.find((period) => period.from === wanted) ?? (from === undefined ? closed[0] : undefined);
  if (!found) throw new DomainError("UNKNOWN_PERIOD", "no closed period starts on this day");
  return found;
}
