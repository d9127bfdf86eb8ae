import { ENERGY_MARKS } from "@/components/charts/energy-colors";
import { EnergyLegend, type LegendItem } from "@/components/charts/energy-legend";
import { FigureRow, FigureTile } from "@/components/ui/figure-tile";
import { KeyValues } from "@/components/ui/key-values";
import { PageSection } from "@/components/ui/page-section";
import type { PublicFigures } from "@/lib/domain/publishing/public-figures";
import { describeMaskedCount } from "@/lib/format/describe-publication";
import { formatPeriod } from "@/lib/format/format-date";
import { chooseEnergyUnit, type EnergyUnit, splitEnergy } from "@/lib/format/format-energy";
import { formatRoundEuros } from "@/lib/format/format-money";
import { formatCount, formatQuantity } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import { MeanDayPlot } from "./mean-day-plot";
import { MeanDayTable } from "./mean-day-table";
import { MonthsPlot } from "./months-plot";
import { PublicMonthsTable } from "./public-months-table";
import styles from "./publishing.module.css";

const CHART_MONTHS = 12;
const WRITTEN_WH: Readonly<Record<EnergyUnit, number>> = { Wh: 1, kWh: 1e2, MWh: 1e5, GWh: 1e8 };

type PublicFiguresViewProps = {
  figures: PublicFigures;
  /** Files of the same figures, while they are public. */
  files?: readonly { readonly label: string; readonly href: string }[];
  /** Where a period is shown, with `{debut}` in place of its first day. */
  periodHref?: string;
};

/** All that is public of an operation's energy, as the public page and its preview show it. */
export function PublicFiguresView({ figures, files, periodHref }: PublicFiguresViewProps) {
  const { months, total, meanDay, participants } = figures;
  if (months.length === 0) {
    return <p>Aucun mois n’est encore publié : les chiffres paraissent mois par mois, une fois arrêtés.</p>;
  }
  const unit = unitOf(figures);
  const shown = months.slice(0, CHART_MONTHS).toReversed();
  return (
    <div className={styles.figures}>
      {total && <Totals total={total} />}
      <PageSection title="Mois par mois">
        <EnergyLegend items={legendOf(figures)} />
        <MonthsPlot
          months={shown}
          unit={unit}
          label={`Énergie des ${shown.length} derniers mois publiés : à gauche la production, à droite le soutirage. Les chiffres sont dans le tableau.`}
        />
        <PublicMonthsTable
          months={months}
          unit={unit}
          writtenWh={WRITTEN_WH[unit]}
          {...(files ? { files } : {})}
          {...(periodHref ? { periodHref } : {})}
        />
      </PageSection>
      {meanDay && total && (
        <PageSection title="Journée moyenne">
          <p className={styles.words}>
            Moyenne des jours de {describeTotal(total)}, heure par heure, à l’heure de Paris.
          </p>
          <EnergyLegend items={[{ flow: "production" }, { flow: "selfConsumed" }, { flow: "withdrawal" }]} />
          <MeanDayPlot
            day={meanDay}
            label="Production, énergie autoconsommée et soutirage de la journée moyenne, heure par heure. Les chiffres sont dans le tableau."
          />
          <MeanDayTable day={meanDay} />
        </PageSection>
      )}
      {participants && (
        <PageSection title="Qui participe">
          <KeyValues
            items={[
              { label: "Personnes publiques", value: describeMaskedCount(participants.publicBodies) },
              { label: "Entreprises et associations", value: describeMaskedCount(participants.otherBodies) },
              { label: "Particuliers", value: describeMaskedCount(participants.residents) },
            ]}
          />
        </PageSection>
      )}
    </div>
  );
}

type Total = NonNullable<PublicFigures["total"]>;

// Months that are held back may lie between: the days alone would tell of all of them.
const describeTotal = ({ monthCount, period }: Total) =>
  `${formatCount(monthCount, "mois publié", "mois publiés")}, ${formatPeriod(period.from, period.toExclusive)}`;

function Totals({ total }: { total: Total }) {
  const period = describeTotal(total);
  return (
    <>
      <FigureRow>
        <FigureTile
          label="Production des toits"
          {...splitEnergy(total.productionWh)}
          period={period}
          color={ENERGY_MARKS.production.color}
        />
        <FigureTile
          label="Utilisée sur place"
          {...splitEnergy(total.selfConsumedWh)}
          period={`taux d’autoconsommation ${formatPercent(total.selfConsumptionRate)}`}
          color={ENERGY_MARKS.selfConsumed.color}
        />
        <FigureTile
          label="Part de la consommation couverte"
          value={formatPercent(total.selfProductionRate)}
          period="taux d’autoproduction"
        />
        {total.savedCents !== null && (
          <FigureTile label="Économie des participants" value={formatRoundEuros(total.savedCents)} period={period} />
        )}
      </FigureRow>
      {total.avoidedCarbonG !== null && (
        <p className={styles.words}>
          Émissions évitées : <strong>{formatQuantity(total.avoidedCarbonG / 1000, "kg de CO₂")}</strong> sur la même
          période.
        </p>
      )}
    </>
  );
}

function unitOf({ months }: PublicFigures): EnergyUnit {
  const highest = Math.max(
    0,
    ...months.flatMap(({ productionWh, withdrawalWh }) => [productionWh ?? 0, withdrawalWh ?? 0]),
  );
  const unit = chooseEnergyUnit(highest);
  return unit === "Wh" ? "kWh" : unit;
}

// Only what the chart has: a sum alone is drawn as an outline.
function legendOf({ months }: PublicFigures): readonly LegendItem[] {
  const shown = months.slice(0, CHART_MONTHS);
  const isWhole = shown.some(({ selfConsumedWh }) => selfConsumedWh !== null);
  const held = shown.filter(({ selfConsumedWh }) => selfConsumedWh === null);
  return [
    ...(isWhole ? ([{ flow: "selfConsumed" }, { flow: "surplus" }, { flow: "complement" }] as const) : []),
    ...(held.some(({ productionWh }) => productionWh !== null) ? ([{ flow: "production" }] as const) : []),
    ...(held.some(({ withdrawalWh }) => withdrawalWh !== null) ? ([{ flow: "withdrawal" }] as const) : []),
  ];
}
