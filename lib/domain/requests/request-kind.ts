/**
 * What the organiser asks of the DSO.
 *
 * The monthly notification of a dynamic key is none of them: it is a delivery (art. 4.4).
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.1, 4.2, 4.3, 8.6 and 8.5.
 */
export const REQUEST_KINDS = [
  /** Metering points enter or leave (art. 3.2.1). */
  "perimeter",
  /** Another kind of coefficients (art. 4.2). */
  "coefficient_kind",
  /** Other static values (art. 4.3). */
  "static_values",
  /** The convention is suspended (art. 8.6). */
  "suspension",
  /** The convention ends (art. 8.5). */
  "termination",
] as const;

export type RequestKind = (typeof REQUEST_KINDS)[number];
