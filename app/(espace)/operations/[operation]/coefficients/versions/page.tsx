import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { earliestEffectDay } from "@/lib/domain/coefficients/earliest-effect-day";
import { KEY_KINDS, KEY_STATES } from "@/lib/format/coefficient-words";
import { formatDay } from "@/lib/format/format-date";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readKeyVersions } from "@/lib/services/coefficients/read-key-versions";
import { NewVersionForm } from "./version-forms";

export const metadata: Metadata = { title: "Versions de la clé" };

export default async function KeyVersionsPage({ params }: PageProps<"/operations/[operation]/coefficients/versions">) {
  const operation = await requireOperation((await params).operation);
  const { slug, startDay, holidayRegion } = operation.sheet;
  const day = await today();
  const versions = await readKeyVersions(operation.id, day);
  const here = `/operations/${slug}/coefficients/versions`;
  const mayWrite = isGranted(operation.role, "write");
  const recordLink = (
    <ButtonLink href={`${here}/enregistrer` as Route} variant="default">
      Enregistrer une clé déjà appliquée
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Versions de la clé"
        lead="Une version est un brouillon, puis les participants en sont prévenus, puis elle est envoyée au gestionnaire ; une fois envoyée, elle ne change plus. Revenir en arrière, c’est en faire une nouvelle."
        actions={mayWrite && recordLink}
      />
      {versions.length === 0 ? (
        <EmptyState
          title="Aucune version"
          purpose="Cette page garde chaque clé de l’opération : ses valeurs, ses dates, qui l’a décidée et pourquoi."
          needed="des participants dans le périmètre ; tant qu’aucune clé n’est choisie, la clé par défaut s’applique."
        />
      ) : (
        <DataTable
          caption="Versions de la clé, de la plus récente à la plus ancienne"
          columns={[
            { key: "version", label: "Version", kind: "text" },
            { key: "kind", label: "Type", kind: "text" },
            { key: "state", label: "État", kind: "status" },
            { key: "from", label: "Du", kind: "day" },
            { key: "to", label: "Jusqu’au (exclu)", kind: "day" },
            { key: "sent", label: "Envoyée le", kind: "day" },
            { key: "who", label: "Par", kind: "text" },
            { key: "reason", label: "Motif", kind: "text" },
          ]}
          fileName={`${slug}-versions`}
          rows={versions.map(
            ({ id, version, kind, state, from, toExclusive, sentDay, sentByName, createdByName, reason }) => ({
              id,
              href: `${here}/${id}` as Route,
              cells: {
                version: `Version ${version}`,
                kind: KEY_KINDS[kind],
                state: KEY_STATES[state],
                from,
                to: toExclusive,
                sent: sentDay,
                who: sentByName ?? createdByName,
                reason,
              },
            }),
          )}
        />
      )}
      {mayWrite && (
        <PageSection title="Nouveau brouillon">
          <p>
            Des parts fixes se préparent dans l’éditeur, ou en revenant à une version plus ancienne depuis sa fiche.
            Pour un autre type de clé, commencez ici. Envoyée aujourd’hui, une nouvelle clé peut s’appliquer au plus tôt
            le <strong>{formatDay(earliestEffectDay(day, holidayRegion))}</strong> (15 jours ouvrés de préavis, art. 4.2
            et 4.3).
          </p>
          <NewVersionForm operation={slug} minFrom={startDay} from={earliestEffectDay(day, holidayRegion)} />
        </PageSection>
      )}
    </>
  );
}
