import type { CivilDate } from "@/lib/domain/time/civil-date";

/** The months of the high season from a day on, until the next such day. */
export type DatedTariffSeason = {
  readonly from: CivilDate;
  /** 1 to 12. */
  readonly highSeasonMonths: readonly number[];
};

/** November to March, whole months: the high season of the network tariff where nobody said otherwise. */
export const DEFAULT_HIGH_SEASON_MONTHS: readonly number[] = [11, 12, 1, 2, 3];
