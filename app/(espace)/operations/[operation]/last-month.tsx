import type { Route } from "next";
import { PeriodBars } from "@/components/charts/period-bars";
import { ButtonLink } from "@/components/ui/button-link";
import { PageSection } from "@/components/ui/page-section";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatPeriodName } from "@/lib/format/format-date";
import { formatEnergy } from "@/lib/format/format-energy";
import { formatPercent } from "@/lib/format/format-percent";
import type { AuthorizedOperation } from "@/lib/server/access";
import { readRun } from "@/lib/services/read-run";

/** The latest settled month of the window in a sentence, and day by day. */
export async function LastMonth({ operation, from }: { operation: AuthorizedOperation; from: CivilDate }) {
  const result = await readRun(operation.id, { periodFrom: from });
  if (!result) return null;
  const { run, rates, days } = result;
  const period = formatPeriodName(run.period.from, run.period.toExclusive);
  const href = `/operations/${operation.sheet.slug}/periodes/${from}`;
  return (
    <PageSection
      title={`Dernier mois calculé : ${period}`}
      actions={
        <ButtonLink href={href as Route} variant="default">
          Voir le résultat détaillé
        </ButtonLink>
      }
    >
      <p>
        {formatEnergy(run.productionWh)} produits, {formatEnergy(run.selfConsumedWh)} autoconsommés (
        {formatPercent(rates.selfConsumptionRate)} de la production, {formatPercent(rates.selfProductionRate)} de la
        consommation).
      </p>
      <PeriodBars
        days={days}
        period={period}
        fileName={`${operation.sheet.slug}-jours-${from}`}
        dayHref={`${href}?jour={jour}`}
      />
    </PageSection>
  );
}
