import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";

/** A row of the sheet "Consommateurs". */
export type Annex2Consumer = {
  readonly name: string;
  /** SIRET or RNA; null for a resident, who has neither. */
  readonly legalId: string | null;
  readonly address: string;
  /** 14 digits. */
  readonly prm: string;
  /** Null where the cell is empty, which only a static key forbids. [ppm] */
  readonly coefficientPpm: number | null;
};

/** A row of the sheet "Producteurs". */
export type Annex2Producer = {
  readonly name: string;
  /** SIRET or RNA; null for a resident, who has neither. */
  readonly legalId: string | null;
  readonly address: string;
  readonly email: string;
  /** Reference of the access contract in injection: 10 digits. */
  readonly injectionContract: string;
  /** 14 digits. */
  readonly prm: string;
  /** The sheet has kW [I]. [W] */
  readonly peakPowerW: number;
};

/**
 * The perimeter of an operation as its organiser sends it to the DSO.
 *
 * A storage unit, or a site that takes part both ways, stands in both lists
 * under one PRM. When it takes effect is not in it: that travels in the message.
 *
 * @see Convention Enedis-FOR-CF_01E, annexe 2.
 */
export type Annex2Workbook = {
  readonly consumers: readonly Annex2Consumer[];
  readonly producers: readonly Annex2Producer[];
  readonly kind: CoefficientKind;
  /** How entries and exits are managed: `hlm` for a body of L.315-2-1 and its tenants. */
  readonly management: "standard" | "hlm";
};
