/** A metering point in the hands of one participant, by id only. */
export type Holding = {
  readonly participantId: string;
  readonly meteringPointId: string;
};

/**
 * Whose energy is in the figures of a period, sum by sum. A metering point that changed hands in it has two holdings; one
 * that adds nothing to a sum hides nobody in it and is not there, see `groupHoldings`.
 */
export type FiguresGroup = {
  /** Behind the production. */
  readonly producers: readonly Holding[];
  /** Behind the withdrawal. */
  readonly consumers: readonly Holding[];
  /** Behind what was shared, on the side of those who produced it. */
  readonly selfProducers: readonly Holding[];
  /** Behind the same, on the side of those who were given it. */
  readonly selfConsumers: readonly Holding[];
  /** Behind the surplus. */
  readonly surplusProducers: readonly Holding[];
  /** Behind the complement. */
  readonly complementConsumers: readonly Holding[];
};
