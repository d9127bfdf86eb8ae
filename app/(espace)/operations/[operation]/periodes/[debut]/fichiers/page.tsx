import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterSelect } from "@/components/ui/filter-select";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { formatPeriod, formatPeriodName } from "@/lib/format/format-date";
import { formatInstant } from "@/lib/format/format-instant";
import { versionSearchParamSchema } from "@/lib/schemas/day";
import { isGranted } from "@/lib/server/permissions";
import { requirePeriod } from "@/lib/server/require-period";
import { type RunFiles, readRunFiles } from "@/lib/services/outputs/read-run-files";
import { FileTables } from "./file-tables";
import { StatementsSection } from "./statements-section";
import { SurplusSection } from "./surplus-section";

export const metadata: Metadata = { title: "Fichiers et relevés" };

type Props = PageProps<"/operations/[operation]/periodes/[debut]/fichiers">;

export default async function RunFilesPage({ params, searchParams }: Props) {
  const [address, search] = await Promise.all([params, searchParams]);
  const { operation, status } = await requirePeriod(address);

  const { period, isStale } = status;
  const { slug, accNumber } = operation.sheet;
  const files = await readRunFiles(operation, period.from, {
    version: versionSearchParamSchema.parse(search.version),
    mayTell: isGranted(operation.role, "write"),
  });
  const periodHref = `/operations/${slug}/periodes/${period.from}` as Route;
  return (
    <>
      <PageHeader
        title="Fichiers et relevés"
        breadcrumb={[
          { label: "Périodes", href: `/operations/${slug}/periodes` as Route },
          { label: formatPeriodName(period.from, period.toExclusive), href: periodHref },
        ]}
        lead={`Ce qui se donne du résultat ${formatPeriod(period.from, period.toExclusive)} : aux participants, aux acheteurs, au gestionnaire, à un tableur ou à un programme.`}
        actions={
          files &&
          accNumber !== null && (
            <ButtonLink href={fileHref(accNumber, files, "all")} download>
              Tout télécharger
            </ButtonLink>
          )
        }
      />
      {files ? (
        <>
          <VersionNotice files={files} isStale={isStale} />
          {accNumber === null && (
            <Notice tone="info" title="L’opération n’a pas encore son numéro">
              <p>
                Les fichiers au format du gestionnaire portent ce numéro (ACC et 8 chiffres). Saisissez-le dans les
                réglages dès que le gestionnaire l’a donné ; les autres fichiers sont déjà là.
              </p>
            </Notice>
          )}
          <StatementsSection address={accNumber ?? slug} files={files} />
          <SurplusSection address={accNumber ?? slug} slug={slug} files={files} />
          <FileTables address={accNumber ?? slug} hasNumber={accNumber !== null} files={files} />
        </>
      ) : (
        <EmptyState
          title="La période n’est pas calculée"
          purpose="Ici se trouveront le relevé de chaque participant, le surplus de chaque producteur pour son acheteur, et le résultat dans les formats du gestionnaire ou d’un tableur."
          needed="calculer la période, une fois ses mesures complètes."
          action={<ButtonLink href={periodHref}>Ouvrir la période</ButtonLink>}
        />
      )}
    </>
  );
}

function VersionNotice({ files: { run, versions }, isStale }: { files: RunFiles; isStale: boolean }) {
  const latest = versions[0] ?? run.version;
  return (
    <>
      {versions.length > 1 && (
        <FilterSelect
          label="Version du calcul"
          param="version"
          options={versions.map((version) => ({ value: String(version), label: `Version ${version}` }))}
          value={String(run.version)}
        />
      )}
      <p>
        Version {run.version} du calcul, du {formatInstant(run.createdAt)}.
      </p>
      {run.version !== latest && (
        <Notice tone="warning" title={`Une version plus récente existe : la version ${latest}`}>
          <p>Ces fichiers disent ce qu’était le résultat avant elle.</p>
        </Notice>
      )}
      {run.version === latest && isStale && (
        <Notice tone="warning" title="Les données ont changé depuis ce calcul">
          <p>Recalculez la période avant d’envoyer quoi que ce soit.</p>
        </Notice>
      )}
    </>
  );
}

function fileHref(address: string, { run }: RunFiles, kind: string): Route {
  return `/api/v1/operations/${address}/runs/${run.id}/files/${kind}` as Route;
}
