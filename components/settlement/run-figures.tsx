import { ENERGY_MARKS } from "@/components/charts/energy-colors";
import { FigureRow, FigureTile } from "@/components/ui/figure-tile";
import { HelpTerm } from "@/components/ui/help-term";
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
        label={
          <HelpTerm definition="L’énergie des toits de l’opération que ses consommateurs ont utilisée, pas de temps par pas de temps.">
            Autoconsommé
          </HelpTerm>
        }
        {...selfConsumed}
        period={period}
        freshness={freshness}
        color={ENERGY_MARKS.selfConsumed.color}
      />
      <FigureTile
        label={
          <HelpTerm definition="La part de la production qui a été utilisée dans l’opération. Le reste est le surplus.">
            Taux d’autoconsommation
          </HelpTerm>
        }
        value={formatPercent(rates.selfConsumptionRate)}
        period={period}
        freshness={`taux de couverture ${formatPercent(rates.coverageRate)}`}
      />
      <FigureTile
        label={
          <HelpTerm definition="La part de la consommation qui vient des toits de l’opération. Le reste est le complément, fourni par les fournisseurs habituels.">
            Taux d’autoproduction
          </HelpTerm>
        }
        value={formatPercent(rates.selfProductionRate)}
        period={period}
        freshness={freshness}
      />
    </FigureRow>
  );
}
