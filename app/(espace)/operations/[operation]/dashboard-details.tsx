import { KeyValues } from "@/components/ui/key-values";
import { PageSection } from "@/components/ui/page-section";
import type { MonthsComparison } from "@/lib/domain/dashboard/compare-months";
import { ENERGY_KEYS, type MonthEnergies } from "@/lib/domain/dashboard/month-energies";
import { describeKnown, describeQuantityComparison } from "@/lib/format/dashboard-words";
import { formatCarbonFactor } from "@/lib/format/format-carbon";
import { formatDay } from "@/lib/format/format-date";
import { formatEnergy } from "@/lib/format/format-energy";
import { formatEuros } from "@/lib/format/format-money";
import { formatPercent } from "@/lib/format/format-percent";
import type { OperationDashboard } from "@/lib/services/dashboard/operation-dashboard";

const ENERGY_LABELS: Readonly<Record<keyof MonthEnergies, string>> = {
  productionWh: "Production",
  selfConsumedWh: "Autoconsommé",
  surplusWh: "Surplus",
  withdrawalWh: "Soutirage",
  complementWh: "Complément",
};

/** The rates, the energies without a big figure, and what each was a year before and foreseen to be, in words. */
export function DashboardDetails({ dashboard }: { dashboard: OperationDashboard }) {
  const { totals, lastYear, forecast } = dashboard;
  const { energies, rates } = totals;
  return (
    <>
      <PageSection title="Taux et autres énergies">
        <KeyValues
          items={[
            {
              label: "Taux d’autoconsommation",
              value: formatPercent(rates?.selfConsumptionRate),
              help: "La part de la production utilisée dans l’opération.",
            },
            {
              label: "Taux d’autoproduction",
              value: formatPercent(rates?.selfProductionRate),
              help: "La part de la consommation qui vient des toits.",
            },
            {
              label: "Taux de couverture",
              value: formatPercent(rates?.coverageRate),
              help: "La production rapportée à la consommation ; il peut dépasser 100 %.",
            },
            { label: "Surplus", value: formatEnergy(energies?.surplusWh) },
            { label: "Soutirage", value: formatEnergy(energies?.withdrawalWh) },
            { label: "Complément", value: formatEnergy(energies?.complementWh) },
            {
              label: "Vente du surplus",
              value: formatEuros(totals.resaleCents?.amount),
              help: describeKnown(totals.resaleCents, totals.settledMonths, "prix à renseigner"),
            },
            ...(totals.avoidedCarbonG
              ? [{ label: "Facteur d’émission du CO₂ évité", value: <CarbonFactors dashboard={dashboard} /> }]
              : []),
          ]}
        />
      </PageSection>
      <Comparison title="Par rapport à l’année d’avant" comparison={lastYear} shown={totals.settledMonths}>
        Chaque mois est comparé aux mêmes jours de l’année d’avant, et seulement s’ils sont tous calculés. Quand la date
        anniversaire a bougé entre-temps, chaque période compte pour la part de ses jours.
      </Comparison>
      <Comparison title="Par rapport à la prévision" comparison={forecast} shown={totals.settledMonths}>
        La prévision est celle qui est enregistrée dans « Réglages → Prévisions » ; sans prévision propre, une année
        reprend celle d’avant.
      </Comparison>
    </>
  );
}

/** The factors that count in the window, each with its source. */
function CarbonFactors({ dashboard: { carbonFactors, window } }: { dashboard: OperationDashboard }) {
  const counting = carbonFactors.filter(
    ({ from }, index) =>
      from < window.toExclusive && (carbonFactors[index + 1]?.from ?? window.toExclusive) > window.from,
  );
  return counting.map(({ from, gridGramsPerKwh, ownGramsPerKwh, source, year }) => (
    <div key={from}>
      {formatCarbonFactor(gridGramsPerKwh)}
      {ownGramsPerKwh !== null && `, moins ${formatCarbonFactor(ownGramsPerKwh)} pour les toits`} à partir du{" "}
      {formatDay(from)} : {source} ({year})
    </div>
  ));
}

type ComparisonProps = { title: string; comparison: MonthsComparison; shown: number; children: string | string[] };

function Comparison({ title, comparison, shown, children }: ComparisonProps) {
  const known = ENERGY_KEYS.filter((key) => comparison[key] !== null);
  if (known.length === 0) return null;
  return (
    <PageSection title={title}>
      <KeyValues
        items={known.map((key) => ({
          label: ENERGY_LABELS[key],
          value: describeQuantityComparison(comparison[key], shown),
        }))}
      />
      <p>{children}</p>
    </PageSection>
  );
}
