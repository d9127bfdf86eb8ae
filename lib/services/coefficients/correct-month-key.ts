import "server-only";
import { findDelivery } from "@/lib/data/coefficient-deliveries";
import { writeDeliveries } from "@/lib/data/coefficient-delivery-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { applyHandCorrections } from "@/lib/domain/coefficients/apply-hand-corrections";
import type { MadeCoefficients } from "@/lib/domain/coefficients/key-rule";
import { type ClockRange, listClockRuns } from "@/lib/domain/coefficients/list-clock-runs";
import { splitDeliveryDays } from "@/lib/domain/coefficients/split-delivery-days";
import { DomainError } from "@/lib/domain/errors";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { writeAnnex5Stamp } from "@/lib/formats/annex-5/annex-5-stamp";
import { findMovableDelivery } from "./find-movable-delivery";
import { type MonthCoefficients, readMonthCoefficients } from "./read-month-coefficients";

export type MonthKeyCorrection = {
  readonly deliveryId: string;
  /** Full dynamic, and only then: whose energy it shares. */
  readonly producerId?: string | undefined;
  readonly consumerId: string;
  readonly range: ClockRange;
  /** [ppm] */
  readonly ppm: number;
};

/**
 * Gives one consumer a coefficient by hand over some hours of some days of a draft; the others keep theirs. At a step
 * that could not be made, the others get 0: it is the officer's word, not a guess.
 *
 * @returns How many steps changed.
 * @throws {DomainError} UNKNOWN_DELIVERY; DELIVERY_MOVE_REFUSED; UNKNOWN_ID for no consumer, or no producer, of the period;
 *   INVALID_PERIOD when no step lies in the range; COEFFICIENTS_ABOVE_ONE, with `stamp` and `sumPpm` of the first step.
 */
export async function correctMonthKey(
  operationId: AuthorizedOperationId,
  actor: Actor,
  { deliveryId, producerId, consumerId, range, ppm }: MonthKeyCorrection,
): Promise<number> {
  return writeDeliveries(operationId, actor, async (writing) => {
    const locked = await findMovableDelivery(writing, deliveryId, "edit");
    const summary = await findDelivery(operationId, deliveryId);
    if (!summary) throw new Error("a delivery that is held is not found");
    const month = await readMonthCoefficients(operationId, summary);
    const { axis, consumers } = month;
    const made = findTable(month, producerId);
    const runs = listClockRuns(axis, range);
    if (runs.length === 0) {
      throw new DomainError("INVALID_PERIOD", "no step lies in these hours", { details: { field: "lastDay" } });
    }
    const ids = consumers.map(({ id }) => id);
    const corrections = runs.map((run) => ({ ...run, consumerId, ppm }));
    const corrected = nameStep(axis, () => applyHandCorrections(made.ppm, ids, corrections));
    const missingSteps = made.missingSteps.slice();
    for (const { fromStep, toStepExclusive } of runs) missingSteps.fill(0, fromStep, toStepExclusive);
    const split = splitDeliveryDays(axis, ids, { ppm: corrected, missingSteps });
    const days = Array.from(split, (each) => (producerId === undefined ? each : { ...each, producerId }));
    const { from, lastDay } = range;
    const isFilled = made.missingCount > 0;
    await writing.replaceDays(
      locked,
      days.filter((each) => each.day >= from && each.day <= lastDay && (isFilled || each.consumerId === consumerId)),
    );
    return runs.reduce((count, { fromStep, toStepExclusive }) => count + toStepExclusive - fromStep, 0);
  });
}

function findTable({ producers, tables }: MonthCoefficients, producerId: string | undefined): MadeCoefficients {
  const place = producerId === undefined ? 0 : producers.findIndex(({ id }) => id === producerId);
  const table = (producerId === undefined) === (producers.length === 0) ? tables[place] : undefined;
  if (!table) throw new DomainError("UNKNOWN_ID", "a correction of no producer", { details: { field: "producer" } });
  return table;
}

// A person knows hours, not places on an axis.
function nameStep<T>(axis: TimeAxis, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof DomainError && error.code === "COEFFICIENTS_ABOVE_ONE")) throw error;
    const { step, sumPpm = 0 } = error.details;
    const stamp = writeAnnex5Stamp(axis.startMs + Number(step) * axis.stepMinutes * 60_000);
    throw new DomainError(error.code, error.message, { details: { field: "percent", stamp, sumPpm }, cause: error });
  }
}
