import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";

/** Who holds a metering point, as annexe 2 tells it. */
export type DeclaredHolder = {
  readonly name: string;
  /** SIRET or RNA; null for a resident, who has neither. */
  readonly legalId: string | null;
  /** Null where the registry does not know it. */
  readonly address: string | null;
};

export type DeclaredConsumer = DeclaredHolder & {
  /** 14 digits. */
  readonly prm: string;
  /** Its static share; null where none is given. [ppm] */
  readonly coefficientPpm: number | null;
};

export type DeclaredProducer = DeclaredHolder & {
  readonly email: string | null;
  /** Reference of the access contract in injection: 10 digits. */
  readonly injectionContract: string | null;
  /** 14 digits. */
  readonly prm: string;
  /** [W] */
  readonly peakPowerW: number | null;
};

/** How entries and exits are managed: `hlm` for a body of L.315-2-1 and its tenants. */
export type PerimeterManagement = "standard" | "hlm";

/**
 * Who takes part on one day, and how the production is shared: what an annexe 2 says, and what the registry says.
 *
 * A storage unit, or a site that takes part both ways, stands in both lists under one PRM.
 *
 * @see Convention Enedis-FOR-CF_01E, annexe 2.
 */
export type DeclaredPerimeter = {
  readonly consumers: readonly DeclaredConsumer[];
  readonly producers: readonly DeclaredProducer[];
  /** Null while the operation has no key. */
  readonly kind: CoefficientKind | null;
  readonly management: PerimeterManagement;
};
