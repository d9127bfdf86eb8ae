import "server-only";
import { findDelivery, listDeliveries } from "@/lib/data/coefficient-deliveries";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { writeAnnex5FileName } from "@/lib/formats/annex-5/annex-5-file-name";
import { type Annex5Layout, type CoefficientDay, writeAnnex5File } from "@/lib/formats/annex-5/write-annex-5-file";
import type { NamedOperation } from "./find-month-period";
import { assertWhole, type MonthCoefficients, readMonthCoefficients } from "./read-month-coefficients";

const DECIMALS: Readonly<Record<number, NonNullable<Annex5Layout["decimals"]>>> = { 100: 2, 10: 3, 1: 4 };

/** The file of a month's key, its text a piece at a time. */
export type Annex5Export = { readonly name: string; readonly pieces: AsyncIterable<string> };

/**
 * The key of a month as the file that the DSO reads.
 *
 * @param which - A delivery, or the first day of a period: its latest that was not given up.
 * @returns Null when there is no such delivery.
 * @throws {DomainError} NO_ACC_NUMBER; DELIVERY_INCOMPLETE; DELIVERY_OTHER_PERIMETER.
 * @see Convention Enedis-FOR-CF_01E, annexe 5.
 */
export async function exportAnnex5(
  { id, sheet }: NamedOperation,
  which: { readonly deliveryId: string } | { readonly from: CivilDate },
): Promise<Annex5Export | null> {
  const summary =
    "deliveryId" in which
      ? await findDelivery(id, which.deliveryId)
      : ((await listDeliveries(id)).find(
          (each) => each.source === "organiser" && !each.isSuperseded && each.period.from === which.from,
        ) ?? null);
  if (summary?.kind !== "dynamic_simple") return null;
  if (sheet.accNumber === null) throw new DomainError("NO_ACC_NUMBER", "the file is named by the operation's number");
  const month = await readMonthCoefficients(id, summary);
  assertWhole(month);
  const { period, stepMinutes, unitPpm } = summary;
  const layout = { prms: month.consumers.map(({ prm }) => prm), stepMinutes, decimals: DECIMALS[unitPpm] ?? 1 };
  return {
    name: writeAnnex5FileName({ accNumber: sheet.accNumber, stepMinutes, period }),
    pieces: writeAnnex5File(layout, listDays(month)),
  };
}

function* listDays({ axis, tables: [made] }: MonthCoefficients): Generator<CoefficientDay> {
  for (const { day, start, length } of listParisDays(axis)) {
    yield { day, ppm: (made?.ppm ?? []).map((row) => row.subarray(start, start + length)) };
  }
}
