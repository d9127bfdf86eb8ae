import type { Route } from "next";
import { OwnBars } from "@/components/participant-space/own-bars";
import { type OwnSide, ownEnergyColumns } from "@/components/participant-space/own-energy-columns";
import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import type { OwnSlot } from "@/lib/domain/participant-space/list-own-year";
import type { OwnRole } from "@/lib/domain/participant-space/own-months";
import { formatPeriodName, formatShortMonth } from "@/lib/format/format-date";
import { formatEnergy } from "@/lib/format/format-energy";
import { formatEuros } from "@/lib/format/format-money";
import { formatCount } from "@/lib/format/format-number";
import { nameOwnMonth } from "@/lib/format/own-space-words";

type Shown = OwnSlot & { readonly role: OwnRole | null };
type YearSectionProps = { year: readonly OwnSlot[]; base: string };

/** His last twelve months, each role by itself; those not settled yet keep their place, and are named. */
export function YearSection({ year, base }: YearSectionProps) {
  const consumption = year.map((slot) => ({ ...slot, role: slot.month?.consumption ?? null }));
  const production = year.map((slot) => ({ ...slot, role: slot.month?.production ?? null }));
  const waiting = year.flatMap(({ period, month }) =>
    month === null ? [formatPeriodName(period.from, period.toExclusive)] : [],
  );
  return (
    <PageSection title="Mois par mois">
      {waiting.length > 0 && <p>Pas encore calculé : {waiting.join(", ")}.</p>}
      {consumption.some(({ role }) => role !== null) && (
        <RoleYear title="Votre consommation" side="consumption" shown={consumption} base={base} />
      )}
      {production.some(({ role }) => role !== null) && (
        <RoleYear title="Votre production" side="production" shown={production} base={base} />
      )}
    </PageSection>
  );
}

type RoleYearProps = {
  title: string;
  side: OwnSide;
  shown: readonly Shown[];
  base: string;
};

function RoleYear({ title, side, shown, base }: RoleYearProps) {
  const isConsumption = side === "consumption";
  const known = shown.flatMap(({ month, role: its }) => (month && its ? [{ month, its }] : []));
  return (
    <>
      <h3>{title}</h3>
      <p>
        {summarize(
          known.map(({ its }) => its),
          isConsumption,
        )}
      </p>
      <OwnBars
        side={side}
        label={`${title} des derniers mois, une place vide pour ceux qui ne sont pas calculés ; les chiffres sont dans le tableau qui suit.`}
        bars={shown.map(({ period, role: its }, index) => ({
          id: period.from,
          tick: shown.length > 6 && index % 2 === 1 ? "" : formatShortMonth(period.from),
          energies: its,
        }))}
      />
      <DataTable
        caption={`${title}, mois par mois`}
        fileName={`mon-espace-${isConsumption ? "consommation" : "production"}-mois`}
        columns={[
          { key: "month", label: "Mois", kind: "text" },
          ...ownEnergyColumns(side),
          { key: "amountCents", label: isConsumption ? "Économisé" : "Vendu", kind: "amountCents" },
          { key: "state", label: "État", kind: "status" },
        ]}
        rows={known.toReversed().map(({ month: { run }, its: { energyWh, sharedWh, restWh, amountCents } }) => ({
          id: run.id,
          href: `${base}?mois=${run.period.from}` as Route,
          cells: {
            ...{ month: nameOwnMonth(run), energyWh, sharedWh, restWh, amountCents },
            state: run.isClosed
              ? { text: "définitif", tone: "success" }
              : { text: "provisoire", tone: run.isStale ? "warning" : "neutral" },
          },
        }))}
      />
    </>
  );
}

function summarize(roles: readonly OwnRole[], isConsumption: boolean): string {
  const sharedWh = roles.reduce((sum, role) => sum + role.sharedWh, 0);
  const over = formatCount(roles.length, "mois calculé", "mois calculés");
  const amounts = roles.flatMap(({ amountCents }) => (amountCents === null ? [] : [amountCents]));
  const euros = formatEuros(amounts.reduce((sum, amount) => sum + amount, 0));
  const of =
    amounts.length === roles.length ? "" : ` sur les ${formatCount(amounts.length, "mois connu", "mois connus")}`;
  const money =
    amounts.length === 0 ? "" : isConsumption ? `, soit ${euros} économisés${of}` : `, et ${euros} vendus${of}`;
  return isConsumption
    ? `Sur ${over}, ${formatEnergy(sharedWh)} sont venus de l’opération${money}.`
    : `Sur ${over}, ${formatEnergy(sharedWh)} de votre production ont été partagés${money}.`;
}
