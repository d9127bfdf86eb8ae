import type { Attachment } from "@/lib/domain/perimeter/attachment";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** A settled day: what was produced, and the static key that shared it. */
export type KeyedDay = {
  readonly day: CivilDate;
  /** NaN = missing. [Wh] */
  readonly productionWh: number;
  /** Null: another kind of key shared the day. [ppm] */
  readonly ppmByConsumer: ReadonlyMap<string, number> | null;
};

/**
 * What a static key kept for a consumer on the days it counted: P · C (step 1 of the five), before what it could not
 * use went back as surplus.
 *
 * @param stays - When the consumer counts.
 * @returns Null when one of its days is unknown or was shared by another kind of key, or when it has none. [Wh]
 * @see Convention Enedis-FOR-CF_01E, annexe 7.
 */
export function reservedEnergy(
  consumerId: string,
  stays: readonly Pick<Attachment, "from" | "toExclusive">[],
  days: readonly KeyedDay[],
): number | null {
  let sumWh: number | null = null;
  for (const { day, productionWh, ppmByConsumer } of days) {
    if (!stays.some((stay) => isAttachedOn(stay, day))) continue;
    if (ppmByConsumer === null || Number.isNaN(productionWh)) return null;
    sumWh = (sumWh ?? 0) + (productionWh * (ppmByConsumer.get(consumerId) ?? 0)) / 1e6;
  }
  return sumWh;
}
