import { FigureRow, FigureTile } from "@/components/ui/figure-tile";
import { formatRoundEuros } from "@/lib/format/format-money";
import { formatCount } from "@/lib/format/format-number";
import type { OperationSavings } from "@/lib/services/money/read-savings";

/** The whole of the window in a few figures. */
export function SavingFigures({ savings }: { savings: OperationSavings }) {
  const { total, months } = savings;
  const period = formatCount(months.length, "période calculée", "périodes calculées");
  return (
    <FigureRow>
      <FigureTile label="Économisé par les consommateurs" value={formatRoundEuros(total.savedCents)} period={period} />
      <FigureTile label="Payé aux producteurs (HT)" value={formatRoundEuros(total.incomeCents)} period={period} />
      <FigureTile label="Surplus revendu (HT)" value={formatRoundEuros(total.resaleCents)} period={period} />
    </FigureRow>
  );
}
