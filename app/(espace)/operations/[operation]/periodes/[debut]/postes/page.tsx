import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { formatPeriodName } from "@/lib/format/format-date";
import { versionSearchParamSchema } from "@/lib/schemas/day";
import { isGranted } from "@/lib/server/permissions";
import { requirePeriod } from "@/lib/server/require-period";
import { readPeriodTariffs } from "@/lib/services/tariffs/read-period-tariffs";
import { OperatorTariffs } from "./operator-tariffs";
import { TariffTables } from "./tariff-tables";
import { UntoldPoints } from "./untold-points";

export const metadata: Metadata = { title: "Postes tarifaires" };

type Props = PageProps<"/operations/[operation]/periodes/[debut]/postes">;

export default async function TariffPeriodsPage({ params, searchParams }: Props) {
  const [address, search] = await Promise.all([params, searchParams]);
  const { operation, status } = await requirePeriod(address);

  const { period, state } = status;
  const { slug } = operation.sheet;
  const version = versionSearchParamSchema.parse(search.version);
  const tariffs = await readPeriodTariffs(operation.id, period.from, version);
  const periodName = formatPeriodName(period.from, period.toExclusive);
  const periodHref = `/operations/${slug}/periodes/${period.from}` as Route;
  return (
    <>
      <PageHeader
        title="Postes tarifaires"
        breadcrumb={[
          { label: "Périodes", href: `/operations/${slug}/periodes` as Route },
          { label: periodName, href: periodHref },
        ]}
        lead="L’énergie de la période, découpée selon les heures creuses et la saison de chaque PRM (annexe 6)."
        actions={tariffs && <PrintButton />}
      />
      {tariffs ? (
        <>
          {state === "closed" && (
            <p>
              La période est close : elle reste découpée avec les heures creuses connues quand elle l’a été. Rouvrez-la
              pour qu’une correction y compte.
            </p>
          )}
          <UntoldPoints
            slug={slug}
            untold={tariffs.untold}
            isNobodyTold={tariffs.totals.every((part) => part.period === null)}
            canWrite={isGranted(operation.role, "write")}
          />
          <OperatorTariffs
            compared={tariffs.compared}
            periodName={periodName}
            fileName={`${slug}-${period.from}-postes`}
          />
          <TariffTables tariffs={tariffs} periodName={periodName} fileName={`${slug}-${period.from}-postes`} />
        </>
      ) : (
        <EmptyState
          title="La période n’est pas calculée"
          purpose="Les postes tarifaires découpent le résultat d’une période. Calculez d’abord la période."
          action={<ButtonLink href={periodHref}>Ouvrir la période</ButtonLink>}
        />
      )}
    </>
  );
}
