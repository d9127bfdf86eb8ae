import "server-only";
import { writeDeliveries } from "@/lib/data/coefficient-delivery-writing";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listClosedPeriods, type NamedOperation } from "./find-month-period";
import type { Annex5Import } from "./import-annex-5";
import { type Annex5Upload, readAnnex5Days } from "./read-annex-5-days";

/**
 * Keeps the coefficients that the operator says it used for a period, in a file written as annexe 5 [I: the convention
 * says that they are told, not how].
 *
 * They change no settlement: they are what its default key is compared with.
 *
 * @param from - First day of the period.
 * @param day - Today.
 * @throws {DomainError} UNKNOWN_PERIOD when no period that is over starts that day.
 * @see Convention Enedis-FOR-CF_01E, art. 5.2.2.1.
 */
export async function reportOperatorCoefficients(
  operation: NamedOperation,
  actor: Actor,
  upload: Annex5Upload,
  from: CivilDate,
  day: CivilDate,
): Promise<Annex5Import> {
  const { id, sheet } = operation;
  const period = listClosedPeriods(sheet, day).find((each) => each.from === from);
  if (!period) throw new DomainError("UNKNOWN_PERIOD", "no closed period starts on this day", { details: { from } });
  const { reading, days, unitPpm } = await readAnnex5Days(operation, period, upload);
  if (reading.problems.errorCount > 0) return { status: "refused", period, reading, deliveryId: null };
  const deliveryId = await writeDeliveries(id, actor, (writing) =>
    writing.insertReported(
      {
        keyId: null,
        kind: "dynamic_simple",
        channel: "file",
        period,
        stepMinutes: sheet.stepMinutes,
        unitPpm,
        rule: null,
        fileName: upload.name,
        problems: [],
        days,
      },
      day,
    ),
  );
  return { status: "stored", period, reading, deliveryId };
}
