import type { StatementEnergies } from "@/lib/domain/settlement/participant-statement";
import type { Period } from "@/lib/domain/time/period";

/** What a participant is told of one settled period, in two roles. */
export type StatementMonth = {
  readonly period: Period;
  readonly version: number;
  readonly createdAt: Date;
  /** Null when he consumed at no point. */
  readonly consumption: StatementEnergies | null;
  /** Null when he produced at no point. */
  readonly production: StatementEnergies | null;
};

/** What a participant is told of several settled periods: his own figures only. */
export type RangeStatement = {
  readonly participant: { readonly name: string; readonly address: string | null };
  /** In order; at least one. */
  readonly months: readonly StatementMonth[];
};
