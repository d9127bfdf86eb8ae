import "server-only";
import { type DeliverySummary, readDelivery } from "@/lib/data/coefficient-deliveries";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { PpmByConsumer } from "@/lib/domain/coefficients/delivery";
import { joinDeliveryRows } from "@/lib/domain/coefficients/join-delivery-rows";
import type { MadeCoefficients } from "@/lib/domain/coefficients/key-rule";
import type { KeyRuleJson } from "@/lib/domain/coefficients/key-version";
import { DomainError } from "@/lib/domain/errors";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { ruleByProducerSchema } from "@/lib/schemas/rule-by-producer";
import { listPeriodPoints, type PeriodPoint } from "./list-period-points";

/** The coefficients of a month for the perimeter as it is now. */
export type MonthCoefficients = {
  readonly axis: TimeAxis;
  readonly consumers: readonly PeriodPoint[];
  /** Full dynamic: in the order in which they were served; none when the key is the same for every producer. */
  readonly producers: readonly PeriodPoint[];
  /**
   * One for every producer, or one for each of them in the same order. Who entered since has none: every step is
   * missing.
   */
  readonly tables: readonly MadeCoefficients[];
  /** Whether it was made for sites that are not in the perimeter any more, or not for all of them. */
  readonly isOtherPerimeter: boolean;
};

/** A delivery that was found, on the axis of its period. */
export async function readMonthCoefficients(
  operationId: AuthorizedOperationId,
  summary: DeliverySummary,
): Promise<MonthCoefficients> {
  const { period, stepMinutes, rule } = summary;
  const [{ coefficients }, points] = await Promise.all([
    readDelivery(operationId, summary),
    listPeriodPoints(operationId, period),
  ]);
  const axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  const { consumers } = points;
  const producers = coefficients.kind === "dynamic_full" ? orderAsServed(points.producers, rule) : [];
  const none: PpmByConsumer = new Map();
  const delivered =
    coefficients.kind === "dynamic_full"
      ? producers.map(({ id }) => coefficients.ppm.get(id) ?? none)
      : [coefficients.ppm];
  const ids = consumers.map(({ id }) => id);
  return {
    axis,
    consumers,
    producers,
    tables: delivered.map((ppm) => joinDeliveryRows(ppm, ids, axis.length)),
    isOtherPerimeter:
      delivered.some((ppm) => !isOf(ppm, ids)) ||
      (coefficients.kind === "dynamic_full" && coefficients.ppm.size !== producers.length),
  };
}

const isOf = (ppm: PpmByConsumer, ids: readonly string[]) => ppm.size === ids.length && ids.every((id) => ppm.has(id));

/** Producers in the order that a kept rule says; whom it does not name comes last. */
export function orderAsServed<T extends PeriodPoint>(producers: readonly T[], rule: KeyRuleJson | null): readonly T[] {
  const kept = ruleByProducerSchema.safeParse(rule);
  const order = kept.success ? kept.data.producers.map(({ producerId }) => producerId) : [];
  const placeOf = ({ id }: T) => (order.includes(id) ? order.indexOf(id) : order.length);
  return producers.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** How many steps, of each producer when full dynamic, have no coefficient. */
export function countMissing(tables: readonly MadeCoefficients[]): number {
  return tables.reduce((count, { missingCount }) => count + missingCount, 0);
}

/**
 * Refuses what could not be a file without a fault: a step without coefficients, or the perimeter of another day.
 *
 * @throws {DomainError} DELIVERY_OTHER_PERIMETER; DELIVERY_INCOMPLETE.
 */
export function assertWhole({
  tables,
  isOtherPerimeter,
}: Pick<MonthCoefficients, "tables" | "isOtherPerimeter">): void {
  if (isOtherPerimeter) throw new DomainError("DELIVERY_OTHER_PERIMETER", "the perimeter has changed since");
  const missingCount = countMissing(tables);
  if (missingCount > 0) {
    throw new DomainError("DELIVERY_INCOMPLETE", "steps without coefficients", { details: { missingCount } });
  }
}
