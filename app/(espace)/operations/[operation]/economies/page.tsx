import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterSelect } from "@/components/ui/filter-select";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { addMonths } from "@/lib/domain/time/add-months";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { formatPeriodName } from "@/lib/format/format-date";
import { nameResidents } from "@/lib/format/name-residents";
import { MONTH_SAVING_COLUMNS, PARTICIPANT_SAVING_COLUMNS, POINT_SAVING_COLUMNS } from "@/lib/format/savings-columns";
import { savingsYearSchema } from "@/lib/schemas/savings-search";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { type ResidentSavings, readSavings } from "@/lib/services/money/read-savings";
import { LackingPrices } from "./lacking-prices";
import { ProducerSections } from "./producer-sections";
import { SavingFigures } from "./saving-figures";

export const metadata: Metadata = { title: "Économies" };

const FORMER_MONTHS = 12;

type Props = PageProps<"/operations/[operation]/economies">;

export default async function SavingsPage({ params, searchParams }: Props) {
  const [{ operation: address }, search] = await Promise.all([params, searchParams]);
  const operation = await requireOperation(address);
  const { slug, startDay } = operation.sheet;
  const day = await today();
  const year = savingsYearSchema.parse(search.annee ?? null);
  const savings = await readSavings(operation, windowOf(year, day), day);
  const pricesHref = `/operations/${slug}/reglages/prix` as Route;
  const years = listYears(startDay, day);
  return (
    <>
      <PageHeader
        title="Économies"
        breadcrumb={[{ label: "Tableau de bord", href: `/operations/${slug}` as Route }]}
        lead="Ce que les consommateurs paient de moins avec l’opération que sans elle, et ce que reçoivent les producteurs. Chaque montant est celui du dernier résultat calculé de la période."
        actions={
          <ButtonLink href={pricesHref} variant="default">
            Prix et tarifs
          </ButtonLink>
        }
      />
      <FilterSelect
        label="Périodes"
        param="annee"
        all="Douze derniers mois"
        options={years.map((each) => ({ value: String(each), label: `Année ${each}` }))}
        value={year === null ? undefined : String(year)}
      />
      {savings.months.length === 0 ? (
        <EmptyState
          title="Aucune période calculée sur ces mois"
          purpose="Cette page dira ce que l’opération fait économiser à chacun."
          needed="une période calculée, et les prix."
          action={<ButtonLink href={`/operations/${slug}/periodes` as Route}>Ouvrir les périodes</ButtonLink>}
        />
      ) : (
        <>
          <SavingFigures savings={savings} />
          <LackingPrices savings={savings} pricesHref={pricesHref} canWrite={isGranted(operation.role, "write")} />
          <PageSection title="Période par période">
            <DataTable
              caption="Économies par période"
              columns={MONTH_SAVING_COLUMNS}
              fileName={`${slug}-economies-periodes`}
              rows={savings.months.map((month) => ({
                id: month.from,
                href: `/operations/${slug}/periodes/${month.from}` as Route,
                cells: {
                  ...amountsOf(month),
                  period: formatPeriodName(month.from, month.toExclusive),
                  resaleCents: month.resaleCents,
                },
              }))}
            />
          </PageSection>
          <PageSection title="Par participant">
            <DataTable
              caption="Économies par participant"
              columns={PARTICIPANT_SAVING_COLUMNS}
              fileName={`${slug}-economies-participants`}
              rows={[
                ...savings.participants.map(({ key, name, pointCount, ...amounts }) => ({
                  id: key,
                  cells: { ...amountsOf(amounts), name, pointCount },
                })),
                ...listResidents(savings.residents, (residents) => ({
                  name: nameResidents(residents),
                  pointCount: residents.pointCount,
                })),
              ]}
            />
          </PageSection>
          <PageSection title="Par point de mesure">
            <DataTable
              caption="Économies par point de mesure"
              columns={POINT_SAVING_COLUMNS}
              fileName={`${slug}-economies-prm`}
              rows={[
                ...savings.points.map(({ prm, name, participantName, ...amounts }) => ({
                  id: prm,
                  href: `/operations/${slug}/participants/prm/${prm}` as Route,
                  cells: { ...amountsOf(amounts), withoutCents: amounts.withoutCents, prm, name, participantName },
                })),
                ...listResidents(savings.residents, (residents) => ({
                  ...{ withoutCents: residents.withoutCents, prm: null, participantName: null },
                  name: nameResidents(residents),
                })),
              ]}
            />
          </PageSection>
          <ProducerSections savings={savings} slug={slug} pricesHref={pricesHref} />
        </>
      )}
    </>
  );
}

type Amounts = Readonly<
  Record<
    "savedCents" | "supplyCents" | "internalCents" | "networkCents" | "exciseCents" | "vatCents" | "feeCents",
    number | null
  >
>;

const amountsOf = ({
  savedCents,
  supplyCents,
  internalCents,
  networkCents,
  exciseCents,
  vatCents,
  feeCents,
}: Amounts) => ({
  ...{ savedCents, supplyCents, internalCents, networkCents },
  ...{ exciseCents, vatCents, feeCents },
});

/** The one line of residents, where they are not listed one by one. */
const listResidents = (
  residents: ResidentSavings | null,
  cellsOf: (residents: ResidentSavings) => Readonly<Record<string, string | number | null>>,
) =>
  residents === null || residents.pointCount === 0
    ? []
    : [{ id: "residents", cells: { ...amountsOf(residents), ...cellsOf(residents) } }];

function windowOf(year: number | null, day: CivilDate): Period {
  if (year !== null) return { from: civilDate(`${year}-01-01`), toExclusive: civilDate(`${year + 1}-01-01`) };
  // The month under way is never settled: the twelve before it.
  const month = civilDate(`${day.slice(0, 7)}-01`);
  return { from: addMonths(month, -FORMER_MONTHS), toExclusive: month };
}

function listYears(startDay: CivilDate, day: CivilDate): readonly number[] {
  const [first, last] = [Number(startDay.slice(0, 4)), Number(day.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => last - index);
}
