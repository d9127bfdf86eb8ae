import type { TariffPeriod } from "@/lib/domain/tariffs/tariff-period";

/** The energy of a tariff period of the network tariff. */
export type EnergyFileRow = {
  /** As printed; its code where it is known. */
  readonly label: string;
  /** Null for a label that is not known. */
  readonly tariffPeriod: TariffPeriod | null;
  /** Null where the file says nothing. [Wh] */
  readonly energyWh: number | null;
};
