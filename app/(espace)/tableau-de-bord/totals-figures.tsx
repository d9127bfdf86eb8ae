import { ENERGY_MARKS } from "@/components/charts/energy-colors";
import { FigureRow, FigureTile } from "@/components/ui/figure-tile";
import type { MonthsComparison } from "@/lib/domain/dashboard/compare-months";
import { splitCarbon } from "@/lib/format/format-carbon";
import { splitEnergy } from "@/lib/format/format-energy";
import { formatRoundEuros } from "@/lib/format/format-money";
import { formatCount } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import type { DashboardTotals, KnownSum } from "@/lib/services/dashboard/operation-dashboard";

export type TotalsFiguresProps = {
  totals: DashboardTotals;
  lastYear: MonthsComparison;
  /** The days in words. */
  period: string;
};

/** What several operations gave together, in four figures. */
export function TotalsFigures({ totals, lastYear, period }: TotalsFiguresProps) {
  const { energies, rates, savedCents, avoidedCarbonG } = totals;
  return (
    <FigureRow>
      <FigureTile
        label="Production"
        {...splitEnergy(energies?.productionWh)}
        period={period}
        freshness={`taux d’autoconsommation ${formatPercent(rates?.selfConsumptionRate)}`}
        {...comparisonOf(lastYear.productionWh)}
        color={ENERGY_MARKS.production.color}
      />
      <FigureTile
        label="Autoconsommé"
        {...splitEnergy(energies?.selfConsumedWh)}
        period={period}
        freshness={`taux d’autoproduction ${formatPercent(rates?.selfProductionRate)}`}
        {...comparisonOf(lastYear.selfConsumedWh)}
        color={ENERGY_MARKS.selfConsumed.color}
      />
      <FigureTile
        label="Économies"
        value={formatRoundEuros(savedCents?.amount)}
        period={period}
        freshness={describeKnown(savedCents, totals, "des prix manquent")}
      />
      <FigureTile
        label="CO₂ évité"
        {...splitCarbon(avoidedCarbonG?.amount)}
        period={period}
        freshness={describeKnown(avoidedCarbonG, totals, "le facteur d’émission manque")}
      />
    </FigureRow>
  );
}

function comparisonOf(compared: MonthsComparison["productionWh"]) {
  if (compared === null) return {};
  const periods = formatCount(compared.months, "période comparable", "périodes comparables");
  return { comparison: { changeRatio: compared.changeRatio, reference: `l’année d’avant, sur ${periods}` } };
}

function describeKnown(sum: KnownSum | null, { settledMonths }: DashboardTotals, missing: string): string {
  if (sum === null) return missing;
  if (sum.months === settledMonths) return `sur ${formatCount(settledMonths, "période", "périodes")}`;
  return `sur ${sum.months} des ${formatCount(settledMonths, "période", "périodes")} : ${missing} pour les autres`;
}
