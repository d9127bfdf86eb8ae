import type { MeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";
import type { TariffPeriod } from "@/lib/domain/tariffs/tariff-period";

// Null wherever the workbook says nothing; energies in Wh, all ≥ 0.

/** The sheet of the operation. */
export type OperationSummary = {
  readonly withdrawalWh: number | null;
  readonly productionWh: number | null;
  readonly selfConsumedWh: number | null;
  readonly surplusWh: number | null;
  /** "Taux d'autoconsommation": self-consumed / production. [0 to 1] */
  readonly selfConsumptionRate: number | null;
  /** "Taux d'autoproduction": self-consumed / withdrawal. [0 to 1] */
  readonly selfProductionRate: number | null;
  /** "Taux de couverture": production / withdrawal, which may exceed 1. */
  readonly coverageRate: number | null;
};

/** A row of the sheet of the producers. `Id` is a text where the workbook is written. */
export type ProducerSummary<Id = MeasureIdentifier> = {
  readonly identifier: Id;
  readonly injectionWh: number | null;
  readonly selfProducedWh: number | null;
  readonly surplusWh: number | null;
};

/** What a consumer drew from the network, and from where it came. */
export type ConsumerEnergies = {
  readonly withdrawalWh: number | null;
  readonly selfConsumedWh: number | null;
  readonly complementWh: number | null;
};

/** The energies of one period of the supplier's offer, which is not the network tariff's. */
export type PeriodEnergies = ConsumerEnergies & {
  /** As printed; its code where it is known. */
  readonly label: string;
  /** Null for a label that is not known. */
  readonly tariffPeriod: TariffPeriod | null;
};

/** A consumer of the sheet of the consumers: its energies, all periods together, then by period. */
export type ConsumerSummary<Id = MeasureIdentifier> = ConsumerEnergies & {
  readonly identifier: Id;
  /** Empty where the offer has one price, or the sheet no periods. */
  readonly byPeriod: readonly PeriodEnergies[];
};

/**
 * What the DSO says of an operation over a settlement period.
 *
 * @see Convention Enedis-FOR-CF_01E, annexe 6, 11.6.1.3.
 */
export type SummaryWorkbook<Id = MeasureIdentifier> = {
  readonly operation: OperationSummary;
  readonly producers: readonly ProducerSummary<Id>[];
  readonly consumers: readonly ConsumerSummary<Id>[];
};
