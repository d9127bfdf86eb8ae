import { FigureRow, FigureTile } from "@/components/ui/figure-tile";
import { describeKnownMonths } from "@/lib/format/describe-known-months";
import { formatRoundEuros } from "@/lib/format/format-money";
import { formatCount } from "@/lib/format/format-number";
import type { KnownSum } from "@/lib/services/dashboard/operation-dashboard";
import type { OperationSavings } from "@/lib/services/money/read-savings";

/** The whole of the window in a few figures. */
export function SavingFigures({ savings }: { savings: OperationSavings }) {
  const { total, months } = savings;
  const figure = (sum: KnownSum | null) => ({
    value: formatRoundEuros(sum?.amount),
    period:
      (sum && describeKnownMonths(sum.months, months.length)) ||
      formatCount(months.length, "période calculée", "périodes calculées"),
  });
  return (
    <FigureRow>
      <FigureTile label="Économisé par les consommateurs" {...figure(total.saved)} />
      <FigureTile label="Payé aux producteurs (HT)" {...figure(total.income)} />
      <FigureTile label="Surplus revendu (HT)" {...figure(total.resale)} />
    </FigureRow>
  );
}
