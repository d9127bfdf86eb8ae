import type { PublishedMonthRow } from "@/lib/data/published-operations";
import { countParticipants, type PublishedParty } from "@/lib/domain/publishing/count-participants";
import { meanClockHours } from "@/lib/domain/publishing/mean-clock-hours";
import { showMonth } from "@/lib/domain/publishing/show-month";
import type { PublicFigures } from "./public-figures";

const TOTAL_MONTHS = 12;
const WHOLE = { showsProduction: true, showsWithdrawal: true } as const;

/** @param months - Latest first. */
export function composePublicFigures(
  months: readonly PublishedMonthRow[],
  parties: readonly PublishedParty[],
): PublicFigures {
  const whole = months
    .filter(({ showsProduction, showsWithdrawal }) => showsProduction && showsWithdrawal)
    .slice(0, TOTAL_MONTHS);
  return {
    months: months.map(({ period, version, settledAt, ...month }) => ({
      period,
      version,
      settledAt,
      ...showMonth(month, month),
    })),
    total: totalOf(whole),
    meanDay: whole.length === 0 ? null : meanClockHours(whole.map(({ clockHours }) => clockHours)),
    participants: months[0] ? countParticipants(months[0].group, parties) : null,
  };
}

function totalOf(whole: readonly PublishedMonthRow[]): PublicFigures["total"] {
  const [last, first] = [whole[0], whole.at(-1)];
  if (!last || !first) return null;
  const sum = (of: "productionWh" | "withdrawalWh" | "selfConsumedWh") =>
    whole.reduce((total, month) => total + month[of], 0);
  const totals = {
    productionWh: sum("productionWh"),
    withdrawalWh: sum("withdrawalWh"),
    selfConsumedWh: sum("selfConsumedWh"),
  };
  const period = { from: first.period.from, toExclusive: last.period.toExclusive };
  return { ...showMonth(totals, WHOLE), period, monthCount: whole.length };
}
