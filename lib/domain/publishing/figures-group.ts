/** A metering point in the hands of one participant, by id only. */
export type Holding = {
  readonly participantId: string;
  readonly meteringPointId: string;
};

/** Whose energy is in the figures of a period. A metering point that changed hands in it has two holdings. */
export type FiguresGroup = {
  /** Behind the production. */
  readonly producers: readonly Holding[];
  /** Behind the withdrawal. */
  readonly consumers: readonly Holding[];
};
