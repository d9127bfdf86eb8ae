import type { SettledPoint, Settlement } from "@/lib/domain/settlement/settlement";

/** What a period gave each metering point, as it was settled or as a run keeps it. */
export type SettledResults = Pick<Settlement, "axis" | "pairTotalsWh"> & {
  readonly producers: readonly SettledCurves[];
  readonly consumers: readonly SettledCurves[];
};

export type SettledCurves = Pick<SettledPoint, "meteringPointId" | "energyWh" | "sharedWh">;
