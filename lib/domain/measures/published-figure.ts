import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { Period } from "@/lib/domain/time/period";

/** A figure that the DSO computed and published. */
export type PublishedFigure =
  | {
      readonly kind: "energy";
      /** Null: the whole operation. */
      readonly meteringPointId: string | null;
      readonly quantity: EnergyQuantity;
      readonly period: Period;
      /** Its code, or its label where it is not known; null: all of them together. */
      readonly tariffPeriod: string | null;
      /** Whose tariff periods: the network's in energy files, the supplier's in the summary. */
      readonly source: "energy_file" | "summary";
      /** [Wh] */
      readonly energyWh: number;
    }
  | {
      readonly kind: "share";
      readonly producerId: string;
      readonly consumerId: string;
      readonly period: Period;
      /** [Wh] */
      readonly energyWh: number;
    };
