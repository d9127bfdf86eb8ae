import type { CivilDate } from "@/lib/domain/time/civil-date";

/** What a kilowatt-hour emits, from a day until the next such factor. */
export type CarbonFactor = {
  readonly from: CivilDate;
  /** Of the electricity drawn from the network. [g CO₂e/kWh] */
  readonly gridGramsPerKwh: number;
  /** Of what the roofs of the operation produce, over their life; null: not counted. [g CO₂e/kWh] */
  readonly ownGramsPerKwh: number | null;
  /** Who publishes it, and under which name. */
  readonly source: string;
  /** The year it is published for. */
  readonly year: number;
};
