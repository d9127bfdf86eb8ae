import type { PublishedMonthRow } from "@/lib/data/published-operations";
import { avoidedCarbon } from "@/lib/domain/carbon/avoided-carbon";
import type { CarbonFactor } from "@/lib/domain/carbon/carbon-factor";
import { countParticipants, type PublishedParty } from "@/lib/domain/publishing/count-participants";
import { guardedEntities } from "@/lib/domain/publishing/guarded-entities";
import { meanClockHours } from "@/lib/domain/publishing/mean-clock-hours";
import type { PublicFigures, PublicMonth } from "@/lib/domain/publishing/public-figures";
import { showMonth } from "@/lib/domain/publishing/show-month";
import { showsMoney } from "@/lib/domain/publishing/shows-money";

const TOTAL_MONTHS = 12;
const WHOLE = { showsProduction: true, showsWithdrawal: true, showsShared: true } as const;

/** @param rows - Latest first. */
export function composePublicFigures(
  rows: readonly PublishedMonthRow[],
  parties: readonly PublishedParty[],
  carbonFactors: readonly CarbonFactor[],
): PublicFigures {
  const entityOf = guardedEntities(parties);
  const months = rows.map((row) => {
    const hasMoney = showsMoney(row.group, (id) => entityOf(id) !== null);
    return toPublicMonth(hasMoney ? row : { ...row, savedCents: null }, carbonFactors);
  });
  const whole = rows.filter(({ showsShared }) => showsShared).slice(0, TOTAL_MONTHS);
  return {
    months,
    total: totalOf(whole, months.filter(({ selfConsumedWh }) => selfConsumedWh !== null).slice(0, TOTAL_MONTHS)),
    meanDay: whole.length === 0 ? null : meanClockHours(whole.map(({ clockHours }) => clockHours)),
    participants: rows[0] ? countParticipants(rows[0].group, parties) : null,
    carbonFactors,
  };
}

// Effects follow from what was shared: they are shown with it only.
function toPublicMonth(row: PublishedMonthRow, factors: readonly CarbonFactor[]): PublicMonth {
  const { period, version, settledAt, savedCents } = row;
  const shown = showMonth(row, row);
  const { selfConsumedWh } = shown;
  return {
    period,
    version,
    settledAt,
    ...shown,
    avoidedCarbonG: selfConsumedWh === null ? null : avoidedCarbon(period, selfConsumedWh, factors),
    savedCents: selfConsumedWh === null ? null : savedCents,
  };
}

function totalOf(whole: readonly PublishedMonthRow[], months: readonly PublicMonth[]): PublicFigures["total"] {
  const [last, first] = [whole[0], whole.at(-1)];
  if (!last || !first) return null;
  const totals = {
    productionWh: sum(whole.map(({ productionWh }) => productionWh)),
    withdrawalWh: sum(whole.map(({ withdrawalWh }) => withdrawalWh)),
    selfConsumedWh: sum(whole.map(({ selfConsumedWh }) => selfConsumedWh)),
  };
  return {
    ...showMonth(totals, WHOLE),
    avoidedCarbonG: sumKnown(months.map(({ avoidedCarbonG }) => avoidedCarbonG)),
    savedCents: sumKnown(months.map(({ savedCents }) => savedCents)),
    period: { from: first.period.from, toExclusive: last.period.toExclusive },
    monthCount: whole.length,
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

// One that is missing makes the sum missing, never smaller.
const sumKnown = (values: readonly (number | null)[]) =>
  values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);
