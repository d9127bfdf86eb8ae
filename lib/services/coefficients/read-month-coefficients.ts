import "server-only";
import { type DeliverySummary, readDelivery } from "@/lib/data/coefficient-deliveries";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { PpmByConsumer } from "@/lib/domain/coefficients/delivery";
import { joinDeliveryRows } from "@/lib/domain/coefficients/join-delivery-rows";
import type { MadeCoefficients } from "@/lib/domain/coefficients/key-rule";
import { DomainError } from "@/lib/domain/errors";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { listPeriodConsumers, listPeriodPoints, type PeriodConsumer } from "./list-period-consumers";

/** The coefficients of a month for the consumers of its perimeter as it is now. */
export type MonthCoefficients = {
  readonly axis: TimeAxis;
  readonly consumers: readonly PeriodConsumer[];
  /** Full dynamic only: those who share their energy, each by its own coefficients. */
  readonly producers: readonly PeriodConsumer[];
  /** Full dynamic only: whose coefficients `made` are. */
  readonly producer: PeriodConsumer | null;
  /** A consumer that entered since has none: every step is missing. */
  readonly made: MadeCoefficients;
  /** Steps without coefficients, of any producer. */
  readonly missingCount: number;
  /** Whether it was made for metering points that are not in the perimeter any more, or not for all of them. */
  readonly isOtherPerimeter: boolean;
};

const NOBODY: readonly PeriodConsumer[] = [];

/** @param producerPrm - Full dynamic only: whose coefficients are wanted; another text takes the first one's. */
export async function readMonthCoefficients(
  operationId: AuthorizedOperationId,
  summary: DeliverySummary,
  producerPrm?: string,
): Promise<MonthCoefficients> {
  const { period, stepMinutes, kind } = summary;
  const [{ coefficients }, consumers, producers] = await Promise.all([
    readDelivery(operationId, summary),
    listPeriodConsumers(operationId, period),
    kind === "dynamic_full" ? listPeriodPoints(operationId, period, "producer") : NOBODY,
  ]);
  const axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  const ids = consumers.map(({ id }) => id);
  const join = (rows: PpmByConsumer) => joinDeliveryRows(rows, ids, axis.length);
  const isOther = (rows: ReadonlyMap<string, unknown>, points: readonly PeriodConsumer[]) =>
    rows.size !== points.length || points.some(({ id }) => !rows.has(id));
  if (coefficients.kind === "dynamic_simple") {
    const made = join(coefficients.ppm);
    const isOtherPerimeter = isOther(coefficients.ppm, consumers);
    return { axis, consumers, producers, producer: null, made, missingCount: made.missingCount, isOtherPerimeter };
  }
  const { ppm } = coefficients;
  const producer = producers.find(({ prm }) => prm === producerPrm) ?? producers[0] ?? null;
  const all = producers.map(({ id }) => join(ppm.get(id) ?? new Map()));
  const missing = Array.from({ length: axis.length }, (_, t) => all.some(({ missingSteps }) => missingSteps[t] === 1));
  return {
    axis,
    consumers,
    producers,
    producer,
    made: all[producer ? producers.indexOf(producer) : 0] ?? join(new Map()),
    missingCount: missing.filter(Boolean).length,
    isOtherPerimeter: isOther(ppm, producers) || [...ppm.values()].some((rows) => isOther(rows, consumers)),
  };
}

/**
 * Refuses what could not be a file without a fault: a step without coefficients, or the perimeter of another day.
 *
 * @throws {DomainError} DELIVERY_OTHER_PERIMETER; DELIVERY_INCOMPLETE.
 */
export function assertWhole({
  missingCount,
  isOtherPerimeter,
}: Pick<MonthCoefficients, "missingCount" | "isOtherPerimeter">): void {
  if (isOtherPerimeter) throw new DomainError("DELIVERY_OTHER_PERIMETER", "the perimeter has changed since");
  if (missingCount > 0) {
    throw new DomainError("DELIVERY_INCOMPLETE", "steps without coefficients", { details: { missingCount } });
  }
}
