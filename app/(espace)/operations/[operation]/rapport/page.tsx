import type { Metadata, Route } from "next";
import { CouncilReportView } from "@/components/report/council-report-view";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterSelect } from "@/components/ui/filter-select";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { formatMonth } from "@/lib/format/format-date";
import { formatRange } from "@/lib/format/report-range-words";
import { monthSearchParamSchema } from "@/lib/schemas/report";
import { type AuthorizedOperation, requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readLogoSheet } from "@/lib/services/logo/read-logo";
import type { ReportMonths } from "@/lib/services/report/choose-report-months";
import { findReportMonths } from "@/lib/services/report/find-report-months";
import { gatherCouncilReport } from "@/lib/services/report/gather-council-report";
import styles from "./page.module.css";

export const metadata: Metadata = { title: "Rapport au conseil" };

type Props = PageProps<"/operations/[operation]/rapport">;

export default async function CouncilReportPage({ params, searchParams }: Props) {
  const [{ operation: address }, search] = await Promise.all([params, searchParams]);
  const operation = await requireOperation(address);
  const { slug, accNumber } = operation.sheet;
  const day = await today();
  const asked = {
    from: monthSearchParamSchema.parse(search.du),
    to: monthSearchParamSchema.parse(search.au),
  };
  const months = await findReportMonths(operation, asked, day);
  const [report, logo] = await Promise.all([
    gatherCouncilReport(operation, months.window, day),
    readLogoSheet(operation.id),
  ]);
  const { from, toExclusive } = months.window;
  const api = (name: string) =>
    `/api/v1/operations/${accNumber ?? slug}/${name}?from=${from}&to=${toExclusive}` as Route;
  return (
    <>
      <div data-no-print>
        <PageHeader
          title="Rapport au conseil"
          breadcrumb={[{ label: "Tableau de bord", href: `/operations/${slug}` as Route }]}
          lead="Une page d’essentiel, puis les tableaux : à lire ici, à imprimer ou à joindre à l’ordre du jour. Il est fait des périodes calculées, et ne nomme aucun habitant."
          actions={
            report && (
              <>
                <ButtonLink href={api("report")} download>
                  Télécharger le PDF
                </ButtonLink>
                <PrintButton />
                {isGranted(operation.role, "write") && (
                  <ButtonLink href={api("statements")} download variant="default">
                    Relevés des participants
                  </ButtonLink>
                )}
              </>
            )
          }
        />
        <MonthChoice months={months} />
      </div>
      {report ? (
        <CouncilReportView report={report} logo={logo && { ...logo, src: logoAddress(operation, logo.sha256) }} />
      ) : (
        <EmptyState
          title={`Rien n’est calculé : ${formatRange(months.window)}`}
          purpose="Le rapport dit ce que les installations ont produit et ce que les participants en ont utilisé, d’après les périodes calculées."
          needed="calculer une période de ces mois, ou en choisir d’autres."
          action={<ButtonLink href={`/operations/${slug}/periodes` as Route}>Ouvrir les périodes</ButtonLink>}
        />
      )}
    </>
  );
}

// The part of the digest makes a changed logo another address.
function logoAddress({ collectivity }: AuthorizedOperation, sha256: string): string {
  return `/api/v1/collectivities/${collectivity.id}/logo?${sha256.slice(0, 12)}`;
}

function MonthChoice({ months: { first, last, choices } }: { months: ReportMonths }) {
  const options = choices.map((value) => ({ value, label: formatMonth(value) }));
  return (
    <div className={styles.months}>
      <FilterSelect label="Du mois" param="du" options={options} value={first} />
      <FilterSelect label="Au mois" param="au" options={options} value={last} />
    </div>
  );
}
