import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import styles from "@/components/dashboard/dashboard.module.css";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterSelect } from "@/components/ui/filter-select";
import { PageHeader } from "@/components/ui/page-header";
import { civilYear } from "@/lib/domain/dashboard/civil-year";
import { rollingYear } from "@/lib/domain/dashboard/rolling-year";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatCount } from "@/lib/format/format-number";
import { dashboardSearchSchema } from "@/lib/schemas/dashboard-search";
import type { AuthorizedOperation } from "@/lib/server/access";
import { requireOperations } from "@/lib/server/require-operations";
import { today } from "@/lib/server/today";
import { AllOperations } from "./all-operations";

export const metadata: Metadata = { title: "Tableau de bord" };

/** What all the operations one may read gave together; the mayor of many operations starts here. */
export default async function DashboardPage({ searchParams }: PageProps<"/tableau-de-bord">) {
  const [all, day] = await Promise.all([requireOperations(), today()]);
  const { collectivite, annee } = dashboardSearchSchema.parse(await searchParams);
  const operations = all.filter(({ collectivity }) => collectivite === undefined || collectivity.id === collectivite);
  if (all.length === 0) return <NoOperation />;
  if (operations.length === 0) notFound();
  const collectivities = listCollectivities(all);
  const years = listYears(operations, day);
  const window = annee === undefined ? rollingYear(day) : civilYear(Number(annee));
  return (
    <>
      <PageHeader
        title="Tableau de bord"
        lead={`Ce que ${operations.length === 1 ? "votre opération a donné" : `vos ${formatCount(operations.length, "opération a donné", "opérations ont donné")} ensemble`}, d’après les résultats enregistrés.`}
        actions={
          <ButtonLink href={"/operations" as Route} variant="default">
            Toutes les opérations
          </ButtonLink>
        }
      />
      <div className={styles.choices}>
        {collectivities.length > 1 && (
          <FilterSelect
            label="Collectivité"
            param="collectivite"
            all="Toutes"
            options={collectivities.map(({ id, name }) => ({ value: id, label: name }))}
            value={collectivite}
          />
        )}
        <FilterSelect
          label="Période"
          param="annee"
          all="Les douze derniers mois"
          options={years.map((year) => ({ value: String(year), label: `Année ${year}` }))}
          value={annee}
        />
      </div>
      <Suspense key={`${collectivite} ${annee}`} fallback={<p role="status">Lecture des résultats enregistrés…</p>}>
        <AllOperations
          operations={operations}
          window={window}
          today={day}
          isSeveralCollectivities={collectivities.length > 1}
        />
      </Suspense>
    </>
  );
}

function NoOperation() {
  return (
    <>
      <PageHeader title="Tableau de bord" />
      <EmptyState
        title="Aucune opération"
        purpose="Le tableau de bord montre ensemble ce que vos opérations ont produit, partagé et économisé."
        needed="que l’administrateur de votre collectivité vous donne accès à une opération, ou que vous en créiez une."
        action={<ButtonLink href={"/operations" as Route}>Voir les opérations</ButtonLink>}
      />
    </>
  );
}

function listCollectivities(operations: readonly AuthorizedOperation[]) {
  return [...new Map(operations.map(({ collectivity }) => [collectivity.id, collectivity])).values()].sort((a, b) =>
    a.name.localeCompare(b.name, "fr"),
  );
}

/** From the latest year to that in which the first operation began. */
function listYears(operations: readonly AuthorizedOperation[], day: CivilDate): readonly number[] {
  const last = Number(day.slice(0, 4));
  const first = Math.min(last, ...operations.map(({ sheet }) => Number(sheet.startDay.slice(0, 4))));
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}
