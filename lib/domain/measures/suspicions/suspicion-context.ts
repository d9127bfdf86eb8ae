import type { Place } from "@/lib/domain/profiles/sun-position";

/** What is known of the site whose curve is looked at; what is not known is not judged. */
export type SuspicionContext = {
  readonly quantity: "withdrawal" | "injection";
  /** Whether all it injects comes from the sun; false for a storage unit, or a battery behind the meter. */
  readonly isSolar: boolean;
  /** Null: somewhere in mainland France. */
  readonly place: Place | null;
  /** Of the withdrawal contract. [VA] */
  readonly subscribedPowerVa: number | null;
  /** Installed power. [W] */
  readonly peakPowerW: number | null;
};
