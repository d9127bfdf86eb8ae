import "server-only";
import published from "@/lib/content/carbon/published-factors.json";
import type { CarbonFactor } from "@/lib/domain/carbon/carbon-factor";

/** A factor somebody publishes, with the address it was read at. */
export type PublishedFactor = Pick<CarbonFactor, "gridGramsPerKwh" | "source" | "year"> & { readonly address: string };

/** What is proposed where no factor was told, latest first; none counts before somebody takes it. */
export function listPublishedFactors(): readonly PublishedFactor[] {
  return published;
}
