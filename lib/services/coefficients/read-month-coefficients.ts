import "server-only";
import { type DeliverySummary, readDelivery } from "@/lib/data/coefficient-deliveries";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { joinDeliveryRows } from "@/lib/domain/coefficients/join-delivery-rows";
import type { MadeCoefficients } from "@/lib/domain/coefficients/key-rule";
import { DomainError } from "@/lib/domain/errors";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { listPeriodConsumers, type PeriodConsumer } from "./list-period-consumers";

/** The coefficients of a month for the consumers of its perimeter as it is now. */
export type MonthCoefficients = {
  readonly axis: TimeAxis;
  readonly consumers: readonly PeriodConsumer[];
  /** A consumer that entered since has none: every step is missing. */
  readonly made: MadeCoefficients;
  /** Whether it was made for consumers that are not in the perimeter any more, or not for all of them. */
  readonly isOtherPerimeter: boolean;
};

/** @throws {DomainError} UNKNOWN_DELIVERY for one that differs by producer: it is no file. */
export async function readMonthCoefficients(
  operationId: AuthorizedOperationId,
  summary: DeliverySummary,
): Promise<MonthCoefficients> {
  const { period, stepMinutes } = summary;
  const [{ coefficients }, consumers] = await Promise.all([
    readDelivery(operationId, summary),
    listPeriodConsumers(operationId, period),
  ]);
  if (coefficients.kind !== "dynamic_simple") {
    throw new DomainError("UNKNOWN_DELIVERY", "a delivery by producer is no file");
  }
  const axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  const ids = consumers.map(({ id }) => id);
  return {
    axis,
    consumers,
    made: joinDeliveryRows(coefficients.ppm, ids, axis.length),
    isOtherPerimeter: coefficients.ppm.size !== ids.length || ids.some((id) => !coefficients.ppm.has(id)),
  };
}

/**
 * Refuses what could not be a file without a fault: a step without coefficients, or the perimeter of another day.
 *
 * @throws {DomainError} DELIVERY_OTHER_PERIMETER; DELIVERY_INCOMPLETE.
 */
export function assertWhole({
  made: { missingCount },
  isOtherPerimeter,
}: Pick<MonthCoefficients, "made" | "isOtherPerimeter">): void {
  if (isOtherPerimeter) throw new DomainError("DELIVERY_OTHER_PERIMETER", "the perimeter has changed since");
  if (missingCount > 0) {
    throw new DomainError("DELIVERY_INCOMPLETE", "steps without coefficients", { details: { missingCount } });
  }
}
