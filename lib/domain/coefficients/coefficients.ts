/** The whole of a producer's energy, in the unit of the coefficients. [ppm] */
export const WHOLE_PPM = 1_000_000;

/** One coefficient for each consumer, for every step and every producer. */
export type StaticCoefficients = {
  readonly kind: "static";
  /** C_j, an integer. [ppm] (C,) */
  readonly ppm: readonly number[];
};

/** One coefficient for each step and consumer, the same for every producer. */
export type DynamicSimpleCoefficients = {
  readonly kind: "dynamic_simple";
  /** C_j(t). [ppm] (C × T) */
  readonly ppm: readonly Uint32Array[];
  /**
   * 1 at the steps where the default key applies instead; their ppm are not read. Absent: at none. (T,)
   *
   * A coefficient that is missing or wrong has no value of its own: its step is marked here.
   */
  readonly defaultSteps?: Uint8Array;
};

/** One coefficient for each step, producer and consumer. */
export type DynamicFullCoefficients = {
  readonly kind: "dynamic_full";
  /** C_ij(t). A producer's row of zeros makes its energy surplus at that step (art. 4.4). [ppm] (P × C × T) */
  readonly ppm: readonly (readonly Uint32Array[])[];
  /** 1 at the steps where the default key applies instead; their ppm are not read. Absent: at none. (T,) */
  readonly defaultSteps?: Uint8Array;
};

/** Pro rata of withdrawal at each step, computed and never rounded to ppm: C_j = L_j / Σ L, 0 where Σ L = 0. */
export type DefaultCoefficients = { readonly kind: "default" };

/**
 * The coefficients of an operation, for every step of one axis: who gets which part of each producer's energy.
 *
 * One kind holds for the whole operation. Consumers and producers are in the order of the series they are used with.
 * What a row leaves below the whole is surplus.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 4.1 to 4.4 and 11.7.3.
 */
export type Coefficients =
  | DefaultCoefficients
  | StaticCoefficients
  | DynamicSimpleCoefficients
  | DynamicFullCoefficients;
