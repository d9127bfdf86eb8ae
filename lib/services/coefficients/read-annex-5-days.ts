import "server-only";
import type { DeliveryDay } from "@/lib/data/coefficient-delivery-writing";
import { UNITS_PPM, type UnitPpm } from "@/lib/domain/coefficients/key-version";
import type { Period } from "@/lib/domain/time/period";
import { type Annex5Reading, readAnnex5File } from "@/lib/formats/annex-5/read-annex-5-file";
import type { NamedOperation } from "./find-month-period";
import { listPeriodPoints } from "./list-period-points";

export type Annex5Upload = {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

type Annex5Days = {
  readonly reading: Annex5Reading;
  /** To be used only when the reading has no error. */
  readonly days: readonly DeliveryDay[];
  /** The coarsest precision that holds them. */
  readonly unitPpm: UnitPpm;
};

/** Reads a file of coefficients against the period and the consumers of an operation. */
export async function readAnnex5Days(
  { id, sheet }: NamedOperation,
  period: Period,
  upload: Annex5Upload,
): Promise<Annex5Days> {
  const { consumers } = await listPeriodPoints(id, period);
  const days: DeliveryDay[] = [];
  const precision = new PrecisionFinder();
  const reading = await readAnnex5File(
    upload,
    {
      ...(sheet.accNumber === null ? {} : { accNumber: sheet.accNumber }),
      stepMinutes: sheet.stepMinutes,
      period,
      consumerPrms: consumers.map(({ prm }) => prm),
    },
    ({ day: read, ppm }) => {
      for (const [j, { id: consumerId }] of consumers.entries()) {
        const values = Int32Array.from(ppm[j] ?? []);
        precision.add(values);
        days.push({ day: read, consumerId, ppm: values });
      }
    },
  );
  return { reading, days, unitPpm: precision.unitPpm };
}

/** The usual precision of a file, 0.01 %, or a finer one where its coefficients need it. */
class PrecisionFinder {
  #unit = UNITS_PPM.indexOf(100);

  get unitPpm(): UnitPpm {
    return UNITS_PPM[this.#unit] ?? 1;
  }

  add(ppm: Int32Array): void {
    for (const value of ppm) while (value % this.unitPpm !== 0) this.#unit += 1;
  }
}
