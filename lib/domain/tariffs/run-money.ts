import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";

/** What lacks for an amount to be known, by the thing to enter. */
export type MoneyGap =
  | "supply"
  | "internal"
  | "resale"
  | "network"
  | "excise"
  | "excise_shared"
  | "vat"
  | "vat_choice"
  | "fee"
  | "contract"
  | "off_peak_hours";

/**
 * The parts of what a consumer pays less with the operation than without, whole cents; their sum is `savedCents`.
 * Paid to producers and to the organiser: ≤ 0.
 */
export type SavedParts = {
  readonly supplyCents: number;
  readonly internalCents: number;
  readonly networkCents: number;
  readonly exciseCents: number;
  readonly vatCents: number;
  readonly feeCents: number;
};

/** The money of a consumer in a run; null: a price lacks. */
export type ConsumerMoney = {
  readonly meteringPointId: string;
  /** What he would have paid without the operation: supply, network without the option, excise, VAT. [cents] */
  readonly withoutCents: number | null;
  readonly savedCents: number | null;
  readonly parts: SavedParts | null;
  /** The network tariff of all that was drawn, without the option and with it, excluding VAT. [cents] */
  readonly ordinaryNetworkCents: number | null;
  readonly sharedNetworkCents: number | null;
  readonly lacking: readonly MoneyGap[];
  /** The internal price changed within the period: see `computeConsumerMoney`. */
  readonly isApportioned: boolean;
};

/** The money of a producer in a run, excluding VAT; null: a price lacks. */
export type ProducerMoney = {
  readonly meteringPointId: string;
  /** From consumers. [cents] */
  readonly internalCents: number | null;
  /** Of the surplus. [cents] */
  readonly resaleCents: number | null;
  readonly lacking: readonly MoneyGap[];
};

/** The money of every metering point of a run. */
export type RunMoney = { readonly consumers: readonly ConsumerMoney[]; readonly producers: readonly ProducerMoney[] };

/** A row of the money of a run, whatever the role. */
export type RunMoneyRow = Omit<ConsumerMoney, "parts"> &
  Omit<ProducerMoney, "internalCents"> &
  Readonly<Record<keyof SavedParts, number | null>> & { readonly role: PerimeterRole };
