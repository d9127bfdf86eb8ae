import type { Route } from "next";
import { ENERGY_MARKS } from "@/components/charts/energy-colors";
import { type FigureComparison, FigureRow, FigureTile } from "@/components/ui/figure-tile";
import type { QuantityComparison } from "@/lib/domain/dashboard/compare-months";
import { describeComparable, describeKnown } from "@/lib/format/dashboard-words";
import { formatCarbonFactor, splitCarbon } from "@/lib/format/format-carbon";
import { formatPeriodName } from "@/lib/format/format-date";
import { splitEnergy } from "@/lib/format/format-energy";
import { formatInstantDay } from "@/lib/format/format-instant";
import { formatRoundEuros } from "@/lib/format/format-money";
import { formatCount } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import type { OperationDashboard } from "@/lib/services/dashboard/operation-dashboard";

type DashboardFiguresProps = {
  slug: string;
  /** The window in words. */
  period: string;
  dashboard: OperationDashboard;
  mayWrite: boolean;
};

/** The four figures of an operation over a window: what the roofs gave, what was used of it, euros, CO₂. */
export function DashboardFigures({ slug, period, dashboard, mayWrite }: DashboardFiguresProps) {
  const { totals } = dashboard;
  const settings = (page: string, label: string) =>
    mayWrite ? { link: { label, href: `/operations/${slug}/reglages/${page}` as Route } } : {};
  const freshness = totals.computedAt ? `calculé le ${formatInstantDay(totals.computedAt)}` : "";
  const carbon = splitCarbon(totals.avoidedCarbonG?.amount);
  return (
    <FigureRow>
      <FigureTile
        label="Production"
        {...splitEnergy(totals.energies?.productionWh)}
        period={period}
        freshness={freshness}
        comparisons={listComparisons(dashboard, "productionWh")}
        color={ENERGY_MARKS.production.color}
      />
      <FigureTile
        label="Autoconsommé"
        {...splitEnergy(totals.energies?.selfConsumedWh)}
        period={`${formatPercent(totals.rates?.selfConsumptionRate)} de la production, ${formatPercent(totals.rates?.selfProductionRate)} de la consommation`}
        comparisons={listComparisons(dashboard, "selfConsumedWh")}
        color={ENERGY_MARKS.selfConsumed.color}
      />
      <FigureTile
        label="Économies"
        value={formatRoundEuros(totals.savedCents?.amount)}
        period={describeKnown(totals.savedCents, totals.settledMonths, "prix à renseigner")}
        {...(totals.lackingPrices > 0
          ? settings("prix", `Renseigner les prix (${formatCount(totals.lackingPrices, "PRM", "PRM")})`)
          : { link: { label: "Voir le détail", href: `/operations/${slug}/economies` as Route } })}
      />
      <FigureTile
        label="CO₂ évité"
        value={carbon.value}
        unit={carbon.unit}
        period={describeKnown(totals.avoidedCarbonG, totals.settledMonths, "facteur d’émission à renseigner")}
        freshness={totals.avoidedCarbonG ? nameFactor(dashboard) : ""}
        {...(totals.avoidedCarbonG === null && totals.settledMonths > 0
          ? settings("co2", "Renseigner le facteur")
          : {})}
      />
    </FigureRow>
  );
}

function listComparisons(dashboard: OperationDashboard, key: "productionWh" | "selfConsumedWh"): FigureComparison[] {
  const { settledMonths } = dashboard.totals;
  const compare = (comparison: QuantityComparison | null, reference: string) =>
    comparison
      ? [
          {
            changeRatio: comparison.changeRatio,
            reference: `${reference}${describeComparable(comparison.months, settledMonths)}`,
          },
        ]
      : [];
  return [
    ...compare(dashboard.lastYear[key], nameLastYear(dashboard)),
    ...compare(dashboard.forecast[key], "la prévision"),
  ];
}

/** The latest factor that counts; all of them stand with their sources below. */
function nameFactor({ carbonFactors, window }: OperationDashboard): string {
  const factor = carbonFactors.findLast(({ from }) => from < window.toExclusive);
  return factor ? `à ${formatCarbonFactor(factor.gridGramsPerKwh)} (facteur de ${factor.year})` : "";
}

/** « octobre 2025 » when one month compares, « l’année d’avant » when several do. */
function nameLastYear({ months }: OperationDashboard): string {
  const compared = months.flatMap(({ energies, lastYear }) => (energies && lastYear ? [lastYear.period] : []));
  const [only] = compared;
  return only && compared.length === 1 ? formatPeriodName(only.from, only.toExclusive) : "l’année d’avant";
}
