import "server-only";
import type { OperationSheet } from "@/lib/data/operations";
import { listOwnConsents } from "@/lib/data/own-consents";
import { listOwnKeys, listOwnStays } from "@/lib/data/own-registry";
import type { OwnParticipant } from "@/lib/data/scope";
import { clipOwnKey } from "@/lib/domain/participant-space/clip-own-key";
import { listOwnDates } from "@/lib/domain/participant-space/list-own-dates";
import type { OwnDate, OwnKey, OwnStay } from "@/lib/domain/participant-space/own-registry";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import type { Period } from "@/lib/domain/time/period";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";

/** Where a participant stands on a day. */
export type OwnSituation = {
  /** Oldest first. */
  readonly stays: readonly OwnStay[];
  /** The key in force, from his own first day under it; null where none is; then those to come, the next first. */
  readonly keyInForce: OwnKey | null;
  readonly keysToCome: readonly OwnKey[];
  readonly dates: readonly OwnDate[];
  /** The month that runs; null before the operation begins, and where none of his points counts in it. */
  readonly currentPeriod: Period | null;
  /** Of the calendar, in order, up to the current one. */
  readonly periods: readonly Period[];
};

export async function readOwnSituation(
  own: OwnParticipant,
  sheet: OperationSheet,
  today: CivilDate,
): Promise<OwnSituation> {
  const [stays, allKeys, consents] = await Promise.all([
    listOwnStays(own),
    listOwnKeys(own, today),
    listOwnConsents(own),
  ]);
  const periods = listSettlementPeriods(settlementCalendarOf(sheet), addDays(today, 1));
  const currentPeriod = periods.at(-1) ?? null;
  const keys = allKeys.map((key) => clipOwnKey(key, stays, today));
  const consentEnds = consents.flatMap(({ expiryDay, withdrawnDay }) =>
    expiryDay === null || withdrawnDay !== null ? [] : [expiryDay],
  );
  const keysToCome = keys.filter(({ from }) => from > today);
  return {
    stays,
    keyInForce: keys.findLast(({ from, state }) => state === "sent" && from <= today) ?? null,
    keysToCome,
    dates: listOwnDates({ stays, keys: keysToCome, consentEnds, currentPeriod, today }),
    currentPeriod: currentPeriod && stays.some((stay) => isIn(stay, currentPeriod)) ? currentPeriod : null,
    periods,
  };
}

const isIn = ({ from, toExclusive }: OwnStay, period: Period) =>
  from < period.toExclusive && (toExclusive === null || toExclusive > period.from);
