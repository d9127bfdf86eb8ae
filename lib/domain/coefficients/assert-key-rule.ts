import { DomainError } from "@/lib/domain/errors";
import { WHOLE_PPM } from "./coefficients";
import type { CalendarEntry, ConsumerShares, KeyRule, PriorityTier } from "./key-rule";

/**
 * Refuses a rule that does not say one thing at every step.
 *
 * Consumers that are not in the perimeter are no fault: a rule outlives those who leave.
 *
 * @throws {DomainError} INVALID_KEY_RULE when a tier is empty, a consumer is in two, the fixed shares of a tier do not
 *   make a whole, or an entry holds at no step. `details` say which tier or entry, from 0.
 * @throws {DomainError} CALENDAR_OVERLAP when two entries hold at the same step; `details` name both, from 0.
 * @throws {DomainError} INVALID_COEFFICIENT, COEFFICIENTS_ABOVE_ONE, as for any key.
 */
export function assertKeyRule(rule: KeyRule): void {
  if (rule.kind === "tiers") assertTiers(rule.tiers);
  if (rule.kind === "calendar") assertCalendar(rule.entries, rule.defaultShares);
}

function assertTiers(tiers: readonly PriorityTier[]): void {
  if (tiers.length === 0) throw invalid("no tier", {});
  const seen = new Set<string>();
  for (const [tier, { consumerIds, sharing }] of tiers.entries()) {
    if (consumerIds.length === 0) throw invalid("a tier without a consumer", { tier });
    for (const id of consumerIds) {
      if (seen.has(id)) throw invalid("a consumer in two tiers", { tier, id });
      seen.add(id);
    }
    if (sharing.kind !== "fixed") continue;
    const ofTier = Object.fromEntries(consumerIds.map((id) => [id, sharing.shares[id] ?? 0]));
    if (sumShares(ofTier, { tier }) !== WHOLE_PPM) throw invalid("the shares of a tier make no whole", { tier });
  }
}

function assertCalendar(entries: readonly CalendarEntry[], defaultShares: ConsumerShares): void {
  sumShares(defaultShares, {});
  for (const [entry, each] of entries.entries()) {
    sumShares(each.shares, { entry });
    const isMinute = (minute: number) => Number.isInteger(minute) && minute >= 0 && minute <= 1_440;
    const holds =
      each.months.length > 0 &&
      each.weekdays.length > 0 &&
      isMinute(each.fromMinute) &&
      isMinute(each.toMinute) &&
      each.fromMinute !== each.toMinute;
    if (!holds) throw invalid("an entry that holds at no step", { entry });
    const first = entries.slice(0, entry).findIndex((other) => overlap(other, each));
    if (first >= 0) {
      throw new DomainError("CALENDAR_OVERLAP", "two entries hold at the same step", {
        details: { first, second: entry },
      });
    }
  }
}

function overlap(a: CalendarEntry, b: CalendarEntry): boolean {
  return (
    a.months.some((month) => b.months.includes(month)) &&
    a.weekdays.some((weekday) => b.weekdays.includes(weekday)) &&
    spansOf(a).some((x) => spansOf(b).some((y) => x.from < y.to && y.from < x.to))
  );
}

function spansOf({ fromMinute, toMinute }: CalendarEntry): readonly { readonly from: number; readonly to: number }[] {
  if (fromMinute < toMinute) return [{ from: fromMinute, to: toMinute }];
  return [
    { from: fromMinute, to: 1_440 },
    { from: 0, to: toMinute },
  ];
}

type Place = Readonly<Record<string, number | string>>;

function sumShares(shares: ConsumerShares, place: Place): number {
  let sumPpm = 0;
  for (const [id, ppm] of Object.entries(shares)) {
    if (!Number.isInteger(ppm) || ppm < 0 || ppm > WHOLE_PPM) {
      throw new DomainError("INVALID_COEFFICIENT", `a coefficient is an integer from 0 to ${WHOLE_PPM} ppm`, {
        details: { ...place, id, ppm },
      });
    }
    sumPpm += ppm;
  }
  if (sumPpm > WHOLE_PPM) {
    throw new DomainError("COEFFICIENTS_ABOVE_ONE", `the shares add up to ${sumPpm} ppm`, {
      details: { ...place, sumPpm },
    });
  }
  return sumPpm;
}

function invalid(message: string, details: Place): DomainError {
  return new DomainError("INVALID_KEY_RULE", message, { details });
}
