import "server-only";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { PeriodStatus } from "@/lib/services/list-periods";
import { readOperationSheet } from "./read-operation-sheet";

/** Where an operation stands on its way to a first settled month. */
export type FirstSteps = {
  /** Fields of the sheet that are still empty. */
  readonly missingFields: number;
  readonly producers: number;
  readonly consumers: number;
  /** Whether a key was chosen; without one the default key holds. */
  readonly hasKey: boolean;
  /** The first period; null before the operation starts. */
  readonly firstPeriod: {
    readonly period: Period;
    /**
     * `running`: not over; `no_perimeter`: nobody to measure or to share with; `waiting`: measures are missing;
     * `ready`: it can be settled.
     */
    readonly state: "running" | "no_perimeter" | "waiting" | "ready";
    /** Metering points that lack measures. */
    readonly missingPoints: number;
  } | null;
};

/**
 * What is done and what is left before the first month is settled, from what is stored.
 *
 * @param periods - Latest first.
 */
export async function readFirstSteps(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  periods: readonly PeriodStatus[],
  today: CivilDate,
): Promise<FirstSteps> {
  const [read, keys] = await Promise.all([readOperationSheet(operation, today), listCoefficientKeys(operation.id)]);
  // Who is in from the start counts, even if he has left since: the first month is his.
  const producers = Math.max(read.atStart.producers, read.now?.producers ?? 0);
  const consumers = Math.max(read.atStart.consumers, read.now?.consumers ?? 0);
  const first = periods.at(-1);
  return {
    missingFields: read.missing.length,
    producers,
    consumers,
    hasKey: keys.length > 0,
    firstPeriod: first
      ? {
          period: first.period,
          state: firstState(first.state, producers > 0 && consumers > 0),
          missingPoints: first.missing.length,
        }
      : null,
  };
}

function firstState(
  state: PeriodStatus["state"],
  hasPerimeter: boolean,
): NonNullable<FirstSteps["firstPeriod"]>["state"] {
  // While it runs, one may still come in from its first day on.
  if (!hasPerimeter) return "no_perimeter";
  return state === "running" || state === "waiting" || state === "no_perimeter" ? state : "ready";
}
