import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { ScheduledPeriod } from "./tariff-periods";

/**
 * What a price is of: the complement (`supply`), what producers sell to consumers (`internal`), the surplus (`resale`),
 * the network tariff without and with its collective self-consumption component, the excise, VAT, the organiser's fee;
 * and what has to be known of a metering point, a participant or the operation to apply them.
 */
export const PRICE_KINDS = [
  "supply",
  "internal",
  "resale",
  "network_ordinary",
  "network_shared",
  "network_complement",
  "excise",
  "excise_shared",
  "vat",
  "fee",
  "contract",
  "vat_choice",
  "substation",
] as const;

export type PriceKind = (typeof PRICE_KINDS)[number];

/** Whom a price is for; all null: everybody of the operation who has none of his own. */
export type PriceSubject = {
  /** The consumer, or the producer of a resale price. */
  readonly meteringPointId: string | null;
  /** The producer of a pair. */
  readonly producerId: string | null;
  readonly participantId: string | null;
  /** Formula of the network tariff, category of the excise. */
  readonly code: string | null;
};

/**
 * Figures or choices by name; none at all: not known from this day on.
 *
 * - `supply` and network tariffs by tariff period, `internal`, `resale`, `excise` and `excise_shared` under `BASE`
 *   [1e-5 €/kWh, excluding VAT: 1 is a thousandth of a cent, what the excise and the network tariff are written in]
 * - `vat`: `supply`, `internal`, `fee` [ppm]
 * - `fee`: `energy`, for what is self-consumed [1e-5 €/kWh], and `period`, for each settlement period [1e-5 €]
 * - `contract`: `formula`, `option` (`ordinary` or `shared`), `excise` (the category)
 * - `vat_choice`: `included`, `substation`: `single` (1: yes, 0: no)
 */
export type PriceValues = Readonly<Record<string, number | string>>;

/** A price from a day until the next one of the same subject, and where it comes from. */
export type PriceEntry = PriceSubject & {
  readonly kind: PriceKind;
  readonly from: CivilDate;
  readonly values: PriceValues;
  readonly source: string;
};

/** Energy of a metering point in one tariff period; null: its off-peak hours are not known. [Wh] */
export type PricedPart = {
  readonly period: ScheduledPeriod | null;
  /** Withdrawal or injection. */
  readonly energyWh: number;
  /** Self-consumed or self-produced. */
  readonly sharedWh: number;
};

/** The energies of a metering point over days without a change of price. */
export type PricedStretch = { readonly from: CivilDate; readonly parts: readonly PricedPart[] };

/** A metering point of a run, with what prices need of it. */
export type PricedPoint = {
  readonly meteringPointId: string;
  /** Who held it on the first of its days. */
  readonly participantId: string | null;
  /** In order, the whole period. */
  readonly stretches: readonly PricedStretch[];
};

/** What a producer gave a consumer over a run. [Wh] */
export type PricedPair = { readonly producerId: string; readonly consumerId: string; readonly energyWh: number };
