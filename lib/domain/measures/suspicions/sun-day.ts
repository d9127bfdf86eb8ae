/** The sun's way on one day at one place. */
export type SunDay = {
  /** When the sun is highest. [ms since 1970-01-01T00:00:00Z] */
  readonly noonMs: number;
  /** Sine of the elevation = `base` + `swing` · cos(hour angle). */
  readonly base: number;
  readonly swing: number;
};
