import { ENERGY_MARKS } from "@/components/charts/energy-colors";
import { FigureRow, FigureTile } from "@/components/ui/figure-tile";
import type { SettlementRates } from "@/lib/domain/settlement/settlement-rates";
import type { Period } from "@/lib/domain/time/period";
import { formatPeriodName } from "@/lib/format/format-date";
import { splitEnergy } from "@/lib/format/format-energy";
import { formatInstantDay } from "@/lib/format/format-instant";
import { formatPercent } from "@/lib/format/format-percent";

export type SettledFigures = {
  readonly period: Period;
  readonly createdAt: Date;
  readonly productionWh: number;
  readonly selfConsumedWh: number;
};

/** The four figures of a settled period. */
export function RunFigures({ run, rates }: { run: SettledFigures; rates: SettlementRates }) {
  const period = formatPeriodName(run.period.from, run.period.toExclusive);
  const freshness = `calculé le ${formatInstantDay(run.createdAt)}`;
  const production = splitEnergy(run.productionWh);
  const selfConsumed = splitEnergy(run.selfConsumedWh);
  return (
    <FigureRow>
      <FigureTile
        label="Production"
        {...production}
        period={period}
        freshness={freshness}
        color={ENERGY_MARKS.production.color}
      />
      <FigureTile
        label="Autoconsommé"
        {...selfConsumed}
        period={period}
        freshness={freshness}
        color={ENERGY_MARKS.selfConsumed.color}
      />
      <FigureTile
        label="Taux d’autoconsommation"
        value={formatPercent(rates.selfConsumptionRate)}
        period={period}
        freshness={`taux de couverture ${formatPercent(rates.coverageRate)}`}
      />
      <FigureTile
        label="Taux d’autoproduction"
        value={formatPercent(rates.selfProductionRate)}
        period={period}
        freshness={freshness}
      />
    </FigureRow>
  );
}
