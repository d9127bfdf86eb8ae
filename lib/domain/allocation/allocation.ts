import type { Coefficients } from "@/lib/domain/coefficients/coefficients";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import type { TimeAxis } from "@/lib/domain/time/time-axis";

/** What the energy of an operation is shared from: P producers, C consumers, T steps. Either may be none. */
export type AllocationInput = {
  /** The axis of every series. */
  readonly axis: TimeAxis;
  /** P_i, injection of each producer. [Wh per step] (P × T) */
  readonly production: readonly EnergySeries[];
  /** L_j, withdrawal of each consumer. [Wh per step] (C × T) */
  readonly withdrawal: readonly EnergySeries[];
  /** Who gets which part of each producer's energy, in the order of the series. */
  readonly coefficients: Coefficients;
};

/** What one consumer gets. [Wh per step] (T,) */
export type ConsumerAllocation = {
  /** Σ_i P_ij: its provisional share, before what it cannot use goes back. */
  readonly allocatedWh: Float64Array;
  /** Σ_i P_ij*: energy of the operation delivered to it. */
  readonly selfConsumedWh: Float64Array;
  /** L_j − self-consumed: what its supplier bills. */
  readonly complementWh: Float64Array;
};

/** What becomes of one producer's energy. [Wh per step] (T,) */
export type ProducerAllocation = {
  /** P_i − SP_i: what consumers of the operation used. */
  readonly selfProducedWh: Float64Array;
  /** SP_i: what nobody in the operation used. */
  readonly surplusWh: Float64Array;
};

/** How the energy of an operation was shared, in the order of its input. `NaN` means missing. */
export type Allocation = {
  readonly axis: TimeAxis;
  readonly consumers: readonly ConsumerAllocation[];
  readonly producers: readonly ProducerAllocation[];
  /** Σ_t P_ij*: energy of each producer delivered to each consumer; `NaN` when a step is missing. [Wh] (P × C) */
  readonly pairTotalsWh: readonly Float64Array[];
};
