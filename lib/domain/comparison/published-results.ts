import type { PublishedFigure } from "@/lib/domain/measures/published-figure";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";

/** The quantities that the operator computes; the two others are measured. */
export type ResultQuantity = Exclude<EnergyQuantity, "withdrawal" | "injection">;

/** Those of each role: what was shared, then the rest. */
export const RESULT_QUANTITIES = {
  consumer: { shared: "self_consumed", rest: "complement" },
  producer: { shared: "self_produced", rest: "surplus" },
} as const satisfies Record<PerimeterRole, Record<"shared" | "rest", ResultQuantity>>;

/** A curve the operator published, on the axis of the period. */
export type PublishedCurve = {
  readonly meteringPointId: string;
  readonly quantity: ResultQuantity;
  /** `NaN` where it says nothing. [Wh per step] */
  readonly energyWh: Float64Array;
};

/** All that the operator published about a period. */
export type PublishedResults = {
  readonly curves: readonly PublishedCurve[];
  /** Energies and details whose days lie within the period. */
  readonly figures: readonly PublishedFigure[];
};
