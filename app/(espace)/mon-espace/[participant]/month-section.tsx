import type { Route } from "next";
import { OwnBars } from "@/components/participant-space/own-bars";
import { type OwnSide, ownEnergyColumns } from "@/components/participant-space/own-energy-columns";
import styles from "@/components/participant-space/own-space.module.css";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { FigureRow, FigureTile } from "@/components/ui/figure-tile";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { OwnMonth, OwnRole } from "@/lib/domain/participant-space/own-months";
import { chooseEnergyUnit, formatEnergy, splitEnergy } from "@/lib/format/format-energy";
import { formatEuros } from "@/lib/format/format-money";
import { formatCount } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import { describeOwnRun, nameOwnMonth, OTHER_ROOF } from "@/lib/format/own-space-words";
import type { AuthorizedParticipant } from "@/lib/server/authorize-participant";
import { type OwnDay, readOwnDays } from "@/lib/services/participant-space/read-own-days";

type MonthSectionProps = {
  own: AuthorizedParticipant["own"];
  month: OwnMonth;
  /** Oldest first. */
  months: readonly OwnMonth[];
  base: string;
};

/** One settled month: what he drew or fed, where it came from, day by day. */
export async function MonthSection({ own, month, months, base }: MonthSectionProps) {
  const { run, consumption, production, sources } = month;
  const days = await readOwnDays(own, run);
  const name = nameOwnMonth(run);
  const index = months.indexOf(month);
  const neighbours = [
    { month: months[index - 1], label: "Mois précédent" },
    { month: months[index + 1], label: "Mois suivant" },
  ];
  return (
    <PageSection title={name}>
      <ul className={styles.months} aria-label="Changer de mois" data-no-print>
        {neighbours.flatMap(({ month: other, label }) =>
          other
            ? [
                <li key={label}>
                  <ButtonLink href={`${base}?mois=${other.run.period.from}` as Route} variant="default">
                    {label} : {nameOwnMonth(other.run)}
                  </ButtonLink>
                </li>,
              ]
            : [],
        )}
      </ul>
      {consumption && <ConsumptionFigures of={consumption} />}
      {production && <ProductionFigures of={production} />}
      <p className={styles.note}>
        {describeOwnRun(run)}
        {days.correctedSteps > 0 &&
          ` ${formatCount(days.correctedSteps, "mesure manquait et a été estimée", "mesures manquaient et ont été estimées")} (art. 5.2.3).`}
      </p>
      {(consumption?.isShortened || production?.isShortened) && (
        <Notice title="Un de vos compteurs a changé de main ce mois-ci">
          Ces chiffres sont ceux de vos jours seulement. Ce qui est venu de chaque toiture et les euros ne sont connus
          que pour le mois entier : ils ne sont donnés à personne.
        </Notice>
      )}
      {consumption && sources && <Sources sources={sources} sharedWh={consumption.sharedWh} />}
      {consumption && <RoleDays title="Votre consommation" side="consumption" days={days.consumption} month={name} />}
      {production && <RoleDays title="Votre production" side="production" days={days.production} month={name} />}
    </PageSection>
  );
}

function ConsumptionFigures({ of: { energyWh, sharedWh, restWh, amountCents } }: { of: OwnRole }) {
  const unit = chooseEnergyUnit(energyWh);
  return (
    <FigureRow>
      <FigureTile label="Vous avez consommé" {...splitEnergy(energyWh, unit)} />
      <FigureTile
        label="Venu de l’opération"
        {...splitEnergy(sharedWh, unit)}
        period={energyWh > 0 ? `${formatPercent(sharedWh / energyWh)} de votre consommation` : undefined}
      />
      <FigureTile label="Facturé par votre fournisseur" {...splitEnergy(restWh, unit)} period="le complément" />
      {amountCents !== null && (
        <FigureTile label="Économisé" value={formatEuros(amountCents)} period="d’après les prix enregistrés" />
      )}
    </FigureRow>
  );
}

function ProductionFigures({ of: { energyWh, sharedWh, restWh, amountCents } }: { of: OwnRole }) {
  const unit = chooseEnergyUnit(energyWh);
  return (
    <FigureRow>
      <FigureTile label="Votre toiture a produit" {...splitEnergy(energyWh, unit)} />
      <FigureTile
        label="Partagé dans l’opération"
        {...splitEnergy(sharedWh, unit)}
        period={energyWh > 0 ? `${formatPercent(sharedWh / energyWh)} de votre production` : undefined}
      />
      <FigureTile label="Surplus" {...splitEnergy(restWh, unit)} period="que personne n’a utilisé ici" />
      {amountCents !== null && (
        <FigureTile label="Vendu" value={formatEuros(amountCents)} period="d’après les prix enregistrés" />
      )}
    </FigureRow>
  );
}

function Sources({ sources, sharedWh }: { sources: NonNullable<OwnMonth["sources"]>; sharedWh: number }) {
  if (sources.length === 0) return <p>Rien n’est venu de l’opération ce mois-ci.</p>;
  return (
    <>
      <h3>D’où vient cette énergie</h3>
      <ul className={styles.list}>
        {sources.map(({ name, energyWh }) => (
          <li key={name ?? OTHER_ROOF}>
            {name ?? OTHER_ROOF} : <strong>{formatEnergy(energyWh)}</strong>
            {sharedWh > 0 && ` (${formatPercent(energyWh / sharedWh)})`}
          </li>
        ))}
      </ul>
    </>
  );
}

type RoleDaysProps = {
  title: string;
  side: OwnSide;
  days: readonly OwnDay[];
  month: string;
};

function RoleDays({ title, side, days, month }: RoleDaysProps) {
  return (
    <>
      <h3>{title}, jour par jour</h3>
      <OwnBars
        side={side}
        label={`${title} de ${month}, jour par jour ; les chiffres sont dans le tableau qui suit.`}
        bars={days.map(({ day, sharedWh, restWh }, index) => ({
          id: day,
          tick: index % 5 === 0 ? String(Number(day.slice(8))) : "",
          energies: { sharedWh, restWh },
        }))}
      />
      <details>
        <summary>Les chiffres de chaque jour</summary>
        <DataTable
          caption={`${title} de ${month}, jour par jour`}
          fileName={`mon-espace-${side === "consumption" ? "consommation" : "production"}-${days[0]?.day.slice(0, 7) ?? ""}`}
          columns={[{ key: "day", label: "Jour", kind: "day" }, ...ownEnergyColumns(side)]}
          rows={days.map((day) => ({ id: day.day, cells: { ...day } }))}
        />
      </details>
    </>
  );
}
