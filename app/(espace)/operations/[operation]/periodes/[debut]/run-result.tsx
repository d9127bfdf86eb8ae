import type { Route } from "next";
import Link from "next/link";
import { EnergyDayChart } from "@/components/charts/energy-day-chart";
import { PeriodBars } from "@/components/charts/period-bars";
import { RunFigures } from "@/components/settlement/run-figures";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { DayPicker } from "@/components/ui/day-picker";
import { KeyValues } from "@/components/ui/key-values";
import { PageSection } from "@/components/ui/page-section";
import { addDays } from "@/lib/domain/time/civil-date";
import { formatPeriod, formatPeriodName } from "@/lib/format/format-date";
import { formatInstant } from "@/lib/format/format-instant";
import { formatCount } from "@/lib/format/format-number";
import { RULE_REASONS } from "@/lib/format/rule-reasons";
import type { RunResult as Result } from "@/lib/services/read-run";
import { CONSUMER_COLUMNS, PRODUCER_COLUMNS } from "./run-columns";

/** A stored run: figures, days, one day step by step, consumers, producers, and how it was made. */
export function RunResult({ slug, result }: { slug: string; result: Result }) {
  const { run, rates, consumers, producers, days, shownDay } = result;
  const { from, toExclusive } = run.period;
  const periodName = formatPeriodName(from, toExclusive);
  const fileName = (part: string) => `${slug}-${from}-${part}`;
  return (
    <>
      <RunFigures run={run} rates={rates} />
      <PageSection title="Jour par jour">
        <PeriodBars
          days={days}
          period={periodName}
          fileName={fileName("jours")}
          dayHref={`/operations/${slug}/periodes/${from}?jour={jour}`}
        />
      </PageSection>
      {shownDay && (
        <PageSection
          title="Une journée, pas par pas"
          actions={<DayPicker day={shownDay.day} min={from} max={addDays(toExclusive, -1)} />}
        >
          <EnergyDayChart data={shownDay} />
          <p>
            <Link href={`/operations/${slug}/periodes/${from}/pas?jour=${shownDay.day}` as Route}>
              Expliquer un pas de cette journée
            </Link>
          </p>
        </PageSection>
      )}
      <PageSection title="Consommateurs">
        <DataTable
          caption={`Consommateurs, ${periodName}`}
          columns={CONSUMER_COLUMNS}
          fileName={fileName("consommateurs")}
          rows={consumers.map(({ id, name, prm, participantName, energyWh, sharedWh, correctedSteps }) => ({
            id,
            cells: {
              name,
              prm,
              participant: participantName,
              withdrawal: energyWh,
              selfConsumed: sharedWh,
              complement: energyWh - sharedWh,
              rate: energyWh === 0 ? null : sharedWh / energyWh,
              correctedSteps,
            },
          }))}
        />
      </PageSection>
      <PageSection title="Producteurs">
        <DataTable
          caption={`Producteurs, ${periodName}`}
          columns={PRODUCER_COLUMNS}
          fileName={fileName("producteurs")}
          rows={producers.map(({ id, name, prm, participantName, energyWh, sharedWh, correctedSteps }) => ({
            id,
            cells: {
              name,
              prm,
              participant: participantName,
              production: energyWh,
              selfProduced: sharedWh,
              surplus: energyWh - sharedWh,
              rate: energyWh === 0 ? null : sharedWh / energyWh,
              correctedSteps,
            },
          }))}
        />
      </PageSection>
      <PageSection
        title="Comment ce résultat a été obtenu"
        actions={
          <>
            <ButtonLink href={`/operations/${slug}/periodes/${from}/postes` as Route} variant="default">
              Postes tarifaires
            </ButtonLink>
            <ButtonLink href={`/operations/${slug}/periodes/${from}/versions` as Route} variant="default">
              Versions et vérification
            </ButtonLink>
            <ButtonLink href={`/operations/${slug}/periodes/${from}/coefficients` as Route} variant="default">
              Coefficients appliqués
            </ButtonLink>
          </>
        }
      >
        <KeyValues items={provenance(result)} />
      </PageSection>
    </>
  );
}

function provenance({ run, versions }: Result) {
  return [
    { label: "Version", value: `${run.version} sur ${versions.length}, calculée le ${formatInstant(run.createdAt)}` },
    {
      label: "Clé appliquée",
      value: run.rules
        .map(({ from, toExclusive, reason, articles }) => {
          const articleList = articles.map((article) => `art. ${article}`).join(", ");
          return `${formatPeriod(from, toExclusive)} : ${RULE_REASONS[reason]} (${articleList})`;
        })
        .join(" ; "),
    },
    {
      label: "Valeurs corrigées",
      value:
        run.correctedSteps === 0
          ? "aucune : tout est mesuré"
          : `${formatCount(run.correctedSteps, "pas de temps", "pas de temps")} (art. 5.2.3)`,
    },
    { label: "Moteur de calcul", value: `version ${run.engineVersion}` },
    { label: "Empreinte des données", value: <code>{run.inputFingerprint.slice(0, 16)}</code> },
  ];
}
