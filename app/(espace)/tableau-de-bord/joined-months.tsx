import { MonthBars } from "@/components/dashboard/month-bars";
import { formatMonth, formatShortMonth } from "@/lib/format/format-date";
import type { JoinedMonth } from "@/lib/services/dashboard/read-operations-dashboard";

type JoinedMonthsProps = {
  months: readonly JoinedMonth[];
  /** The window in words. */
  period: string;
};

/** Production and withdrawal of all operations month by month, beside last year's. */
export function JoinedMonths({ months, period }: JoinedMonthsProps) {
  return (
    <>
      {(["production", "withdrawal"] as const).map((kind) => (
        <MonthBars
          key={kind}
          kind={kind}
          period={period}
          fileName={`operations-${kind === "production" ? "production" : "soutirage"}-par-mois`}
          months={months.map(({ month, totals, lastYear }) => ({
            id: month,
            name: nameMonth({ month, totals }),
            shortName: formatShortMonth(month),
            href: null,
            wholeWh: totals.energies?.[`${kind}Wh`] ?? null,
            selfConsumedWh: totals.energies?.selfConsumedWh ?? null,
            lastYearWh: lastYear?.[`${kind}Wh`] ?? null,
            forecastWh: null,
          }))}
        />
      ))}
    </>
  );
}

/** A month of which some periods are not settled says so: its bar is lower than it will be. */
function nameMonth({ month, totals }: Pick<JoinedMonth, "month" | "totals">): string {
  const { settledMonths, unsettledMonths } = totals;
  if (settledMonths === 0 || unsettledMonths === 0) return formatMonth(month);
  return `${formatMonth(month)} (${settledMonths} périodes calculées sur ${settledMonths + unsettledMonths})`;
}
