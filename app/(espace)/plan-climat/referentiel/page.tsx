import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { AuditNotice } from "@/components/climate/audit-notice";
import { PlanTabs } from "@/components/climate/plan-tabs";
import { DataTable } from "@/components/ui/data-table";
import { KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { describeReferentialCounts } from "@/lib/format/describe-referential-counts";
import { formatInstant } from "@/lib/format/format-instant";
import { formatCount } from "@/lib/format/format-number";
import { requireCollectivity } from "@/lib/server/require-collectivity";
import { type ReferentialSheet, readReferentialSheet } from "@/lib/services/climate-plan/read-referential-sheet";
import { REFERENTIAL_LIMITS } from "@/lib/services/climate-plan/referential-limits";
import { ImportReferential } from "./import-referential";
import { WithdrawReferential } from "./withdraw-referential";

export const metadata: Metadata = { title: "Référentiel du plan climat" };

const INSTALLATION = "Installation";

export default async function ReferentialPage({ searchParams }: PageProps<"/plan-climat/referentiel">) {
  const { collectivite } = await searchParams;
  const chosen = await requireCollectivity(typeof collectivite === "string" ? collectivite : undefined);
  if (!chosen) notFound();
  const { collectivity } = chosen;
  const sheet = await readReferentialSheet(collectivity.id);
  return (
    <>
      <PageHeader
        title="Référentiel"
        lead="Le texte du programme Climat-Air-Énergie qui est noté : ses axes, ses mesures, leurs sous-actions et leurs tâches. Les réponses sont gardées par numéro, quel que soit le texte."
        breadcrumb={[{ label: "Plan climat", href: `/plan-climat?collectivite=${collectivity.id}` as Route }]}
      />
      <PlanTabs collectivityId={collectivity.id} />
      <AuditNotice access={collectivity} />
      <PageSection title="Texte en vigueur">
        <CurrentText sheet={sheet} />
        {sheet.current && collectivity.mayWrite && (
          <WithdrawReferential collectivity={collectivity.id} {...sheet.withdrawal} />
        )}
      </PageSection>
      <PageSection title="Importer un texte">
        {collectivity.mayWrite ? (
          <ImportReferential collectivity={collectivity.id} limits={REFERENTIAL_LIMITS} />
        ) : (
          <p>Seuls un agent ou un administrateur de la collectivité importent un texte, hors d’un audit.</p>
        )}
      </PageSection>
      <PageSection title="Textes importés">
        <DataTable
          caption="Historique des textes importés"
          columns={[
            { key: "importedAt", label: "Importé le", kind: "instantMs" },
            { key: "by", label: "Par", kind: "text" },
            { key: "points", label: "Points", kind: "number", decimals: 1 },
            { key: "actions", label: "Actions", kind: "number" },
            { key: "state", label: "État", kind: "status" },
            { key: "until", label: "Remplacé le", kind: "instantMs" },
          ]}
          rows={sheet.imports.map(({ id, importedAtMs, importedByName, supersededAtMs, actionCount, points }) => ({
            id,
            cells: {
              importedAt: importedAtMs,
              by: importedByName ?? INSTALLATION,
              points,
              actions: actionCount,
              state:
                supersededAtMs === null
                  ? { text: "en vigueur", tone: "success" }
                  : { text: "remplacé", tone: "neutral" },
              until: supersededAtMs,
            },
          }))}
          empty={<p>Aucun texte n’a encore été importé : c’est celui de Prorata qui compte.</p>}
        />
      </PageSection>
    </>
  );
}

function CurrentText({ sheet: { current, counts, answersWaiting } }: { sheet: ReferentialSheet }) {
  const origin = current
    ? [
        { label: "Texte", value: "Importé par la collectivité" },
        { label: "En vigueur depuis", value: formatInstant(current.importedAtMs) },
        { label: "Importé par", value: current.importedByName ?? INSTALLATION },
      ]
    : [{ label: "Texte", value: "Fourni avec Prorata : la mesure 3.1.1, sur la distribution d’énergie" }];
  return (
    <KeyValues
      items={[
        ...origin,
        { label: "Contient", value: describeReferentialCounts(counts) },
        {
          label: "Réponses en attente",
          value: answersWaiting === 0 ? "aucune" : formatCount(answersWaiting, "réponse", "réponses"),
          help: answersWaiting > 0 && "Données pour des actions que ce texte n’a pas ; elles reviennent avec lui.",
        },
      ]}
    />
  );
}
