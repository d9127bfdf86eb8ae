import "server-only";
import { type DeliverySummary, listDeliveries } from "@/lib/data/coefficient-deliveries";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { dynamicKeyDeadline } from "@/lib/domain/coefficients/dynamic-key-deadline";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { dynamicKeyOf, listClosedPeriods, type NamedOperation } from "./find-month-period";

/** Where the key of a month stands. */
export type MonthKeyStanding = "to_make" | "draft" | "sent" | "accepted" | "refused";

export type MonthKey = {
  readonly period: Period;
  /** Last day to notify it (art. 4.4). */
  readonly deadline: CivilDate;
  readonly standing: MonthKeyStanding;
  /** The deadline has passed and nothing was notified by then: the default key applies to the whole period. */
  readonly isLate: boolean;
  /** The latest that was not given up. */
  readonly delivery: DeliverySummary | null;
  /** All of the period, latest first. */
  readonly history: readonly DeliverySummary[];
};

/**
 * The periods that are over and need a key of their own, latest first.
 *
 * @param day - Today.
 */
export async function listMonthKeys(operation: NamedOperation, day: CivilDate): Promise<readonly MonthKey[]> {
  const [keys, deliveries] = await Promise.all([listCoefficientKeys(operation.id), listDeliveries(operation.id)]);
  return listClosedPeriods(operation.sheet, day)
    .filter((period) => dynamicKeyOf(keys, period) !== null)
    .map((period) => {
      const history = deliveries.filter((each) => each.source === "organiser" && each.period.from === period.from);
      const delivery = history.find(({ isSuperseded }) => !isSuperseded) ?? null;
      const deadline = dynamicKeyDeadline(period, operation.sheet.holidayRegion);
      const isInTime = history.some(({ sentDay }) => sentDay !== null && sentDay <= deadline);
      return {
        period,
        deadline,
        standing: delivery?.state ?? "to_make",
        isLate: day > deadline && !isInTime,
        delivery,
        history,
      };
    });
}
