import "server-only";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CoefficientKey } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import type { Period } from "@/lib/domain/time/period";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";

export type NamedOperation = { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet };

/** A key whose coefficients are notified month by month. */
export type DynamicKey = CoefficientKey & { readonly kind: "dynamic_simple" | "dynamic_full" };

/** The key under which a period is shared dynamically, the last one where the kind changes in it; null where it is not. */
export function dynamicKeyOf(keys: readonly CoefficientKey[], { from, toExclusive }: Period): DynamicKey | null {
  const isOver = (key: CoefficientKey) => key.toExclusive !== null && key.toExclusive <= from;
  return keys.filter(isDynamic).findLast((key) => key.from < toExclusive && !isOver(key)) ?? null;
}

const isDynamic = (key: CoefficientKey): key is DynamicKey =>
  key.kind === "dynamic_simple" || key.kind === "dynamic_full";

/** The periods that are over, latest first: those whose key of the month may be made. */
export function listClosedPeriods(sheet: OperationSheet, day: CivilDate): readonly Period[] {
  return listSettlementPeriods(settlementCalendarOf(sheet), day)
    .filter(({ toExclusive }) => toExclusive <= day)
    .toReversed();
}

/**
 * A period that is over and is shared by a dynamic key.
 *
 * @param from - Its first day.
 * @param day - Today.
 * @throws {DomainError} UNKNOWN_PERIOD when no period that is over starts that day; NOT_DYNAMIC.
 */
export async function requireMonthPeriod(
  { id, sheet }: NamedOperation,
  from: CivilDate,
  day: CivilDate,
): Promise<{ readonly period: Period; readonly key: DynamicKey }> {
  const period = listClosedPeriods(sheet, day).find((each) => each.from === from);
  if (!period) throw new DomainError("UNKNOWN_PERIOD", "no closed period starts on this day", { details: { from } });
  const key = dynamicKeyOf(await listCoefficientKeys(id), period);
  if (!key) throw new DomainError("NOT_DYNAMIC", "no dynamic key holds in this period", { details: { from } });
  return { period, key };
}
