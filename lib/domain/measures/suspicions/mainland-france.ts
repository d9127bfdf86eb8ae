import type { Place } from "@/lib/domain/profiles/sun-position";

/** Stands for a site whose coordinates are not known. */
export const MAINLAND_FRANCE: Place & {
  /** By how much the sun may set later, or rise earlier, elsewhere in the mainland and in Corsica. [ms] */
  readonly marginMs: number;
} = { latitudeDegrees: 46.5, longitudeDegrees: 2.5, marginMs: 60 * 60_000 };
