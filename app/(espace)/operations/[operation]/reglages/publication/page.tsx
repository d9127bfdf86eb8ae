import type { Metadata, Route } from "next";
import Link from "next/link";
import { PublicFiguresView } from "@/components/publishing/public-figures-view";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { describeDecision, describeSideJudgement } from "@/lib/format/describe-publication";
import { formatPeriodName } from "@/lib/format/format-date";
import type { TableColumn } from "@/lib/format/table-cells";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { previewPublication } from "@/lib/services/publishing/preview-publication";
import { ClosePublicationForm, OpenPublicationForm } from "./publication-forms";

export const metadata: Metadata = { title: "Publication" };

const MONTH_COLUMNS: readonly TableColumn[] = [
  { key: "period", label: "Période clôturée", kind: "text" },
  { key: "production", label: "Production", kind: "text" },
  { key: "withdrawal", label: "Soutirage", kind: "text" },
  { key: "shared", label: "Partage, taux, CO₂", kind: "text" },
];

const HISTORY_COLUMNS: readonly TableColumn[] = [
  { key: "at", label: "Le", kind: "instantMs" },
  { key: "decision", label: "Décision", kind: "text" },
  { key: "sentence", label: "Phrase", kind: "text" },
  { key: "author", label: "Par", kind: "text" },
];

export default async function PublicationPage({ params }: PageProps<"/operations/[operation]/reglages/publication">) {
  const operation = await requireOperation((await params).operation);
  const { slug } = operation.sheet;
  const { decisions, figures, months } = await previewPublication(operation.id);
  const { isOn = false, sentence = null, isIndexed = true } = decisions[0] ?? {};
  const isAdmin = isGranted(operation.role, "administer");
  const address = `/territoires/${slug}` as Route;
  return (
    <>
      <PageHeader
        title="Publication"
        breadcrumb={[{ label: "Fiche de l’opération", href: `/operations/${slug}/reglages` as Route }]}
        lead="Une page que chacun peut lire sans compte, avec des chiffres d’ensemble seulement, et les mêmes en données ouvertes. Fermée tant qu’un administrateur ne l’ouvre pas."
      />
      {isOn ? (
        <Notice tone="success" title="La page publique est ouverte">
          <p>
            Adresse : <Link href={address}>{address}</Link>. Chaque période que vous clôturez y paraît d’elle-même, dans
            la limite de ce qui est retenu ; une période rouverte en disparaît aussitôt.
          </p>
        </Notice>
      ) : (
        <Notice title="Rien n’est public">
          <p>
            {isAdmin
              ? "Relisez ci-dessous ce qui le deviendrait et ce qui est retenu, puis ouvrez la page."
              : "Un administrateur de la collectivité peut ouvrir la page."}
          </p>
        </Notice>
      )}
      {isAdmin && (
        <PageSection title={isOn ? "Changer la page" : "Ouvrir la page"}>
          <OpenPublicationForm operation={slug} isOn={isOn} sentence={sentence} isIndexed={isIndexed} />
          {isOn && <ClosePublicationForm operation={slug} />}
        </PageSection>
      )}
      <PageSection title="Ce qui est retenu, et pourquoi">
        <p>
          L’énergie des personnes publiques (SIRET qui commence par 1 ou 2) est une information publique. Celle d’un
          habitant, d’une association ou d’une entreprise est protégée : un chiffre ne paraît que s’ils sont au moins
          trois derrière, et si aucune soustraction avec ce qui a paru depuis un an n’en laisse un ou deux. Un mois
          retenu à l’entrée d’un participant le reste donc souvent jusqu’à ce que deux autres entrent. Seules les
          périodes clôturées paraissent, parce que des chiffres qui changent se soustraient aussi.
        </p>
        {months.length === 0 ? (
          <EmptyState
            title="Aucune période n’est clôturée"
            purpose="Seules les périodes clôturées paraissent : leurs chiffres ne changent plus."
            needed="une période calculée, que vous clôturez quand vous en êtes sûr."
            action={<ButtonLink href={`/operations/${slug}/periodes` as Route}>Voir les périodes</ButtonLink>}
          />
        ) : (
          <DataTable
            caption="Périodes clôturées, de la plus récente à la plus ancienne"
            columns={MONTH_COLUMNS}
            fileName={`${slug}-publication`}
            rows={months.map(({ period, production, withdrawal, shared }) => ({
              id: period.from,
              href: `/operations/${slug}/periodes/${period.from}` as Route,
              cells: {
                period: formatPeriodName(period.from, period.toExclusive),
                production: describeSideJudgement(production),
                withdrawal: describeSideJudgement(withdrawal),
                shared: describeSideJudgement(shared),
              },
            }))}
          />
        )}
      </PageSection>
      <PageSection title={isOn ? "Ce que montre la page" : "Ce que montrerait la page"}>
        <PublicFiguresView figures={figures} periodHref={`/operations/${slug}/periodes/{debut}`} />
      </PageSection>
      <PageSection title="Historique">
        {decisions.length === 0 ? (
          <p>La page publique n’a jamais été ouverte.</p>
        ) : (
          <DataTable
            caption="Décisions, de la plus récente à la plus ancienne"
            columns={HISTORY_COLUMNS}
            fileName={`${slug}-publication-historique`}
            rows={decisions.map((decision) => ({
              id: decision.id,
              cells: {
                at: decision.createdAt.getTime(),
                decision: describeDecision(decision),
                sentence: decision.sentence,
                author: decision.authorName,
              },
            }))}
          />
        )}
      </PageSection>
    </>
  );
}
