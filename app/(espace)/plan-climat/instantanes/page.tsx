import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { AuditNotice } from "@/components/climate/audit-notice";
import { PlanTabs } from "@/components/climate/plan-tabs";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { describePlanAuthor } from "@/lib/format/plan-history-table";
import type { TableColumn } from "@/lib/format/table-cells";
import { requireCollectivity } from "@/lib/server/require-collectivity";
import { listSnapshots } from "@/lib/services/climate-plan/list-snapshots";
import { CompareForm } from "./compare-form";
import { TakeSnapshotForm } from "./take-snapshot-form";

export const metadata: Metadata = { title: "Instantanés du plan climat" };

const COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Nom", kind: "text" },
  { key: "at", label: "Pris le", kind: "instantMs" },
  { key: "who", label: "Par", kind: "text" },
  { key: "reason", label: "Pourquoi", kind: "text" },
  { key: "score", label: "Score", kind: "ratio" },
  { key: "done", label: "Faits", kind: "number", decimals: 1, unit: "points" },
  { key: "planned", label: "Programmés", kind: "number", decimals: 1, unit: "points" },
  { key: "stars", label: "Étoiles permises", kind: "number" },
];

export default async function SnapshotsPage({ searchParams }: PageProps<"/plan-climat/instantanes">) {
  const { collectivite } = await searchParams;
  const chosen = await requireCollectivity(typeof collectivite === "string" ? collectivite : undefined);
  if (!chosen) notFound();
  const { id, mayWrite } = chosen.collectivity;
  const snapshots = await listSnapshots(id);
  return (
    <>
      <PlanTabs collectivityId={id} />
      <PageHeader
        title="Instantanés"
        lead="Le plan climat tel qu’il était un jour, gardé entier : référentiel, réponses, preuves et scores. Un instantané ne change jamais."
        breadcrumb={[{ label: "Plan climat", href: `/plan-climat?collectivite=${id}` as Route }]}
      />
      <AuditNotice access={chosen.collectivity} />
      {mayWrite && (
        <PageSection title="Prendre un instantané">
          <TakeSnapshotForm collectivity={id} />
        </PageSection>
      )}
      <PageSection title="Instantanés gardés">
        <DataTable
          caption="Instantanés du plan climat"
          columns={COLUMNS}
          fileName="instantanes-plan-climat"
          rows={snapshots.map((snapshot) => ({
            id: snapshot.id,
            href: `/plan-climat/instantanes/${snapshot.id}?collectivite=${id}` as Route,
            cells: {
              name: snapshot.name,
              at: snapshot.takenAtMs,
              who: describePlanAuthor({ actorId: snapshot.authorId, actorName: snapshot.authorName }),
              reason: snapshot.reason,
              score: snapshot.potentialPoints > 0 ? snapshot.donePoints / snapshot.potentialPoints : null,
              done: snapshot.donePoints,
              planned: snapshot.plannedPoints,
              stars: snapshot.stars,
            },
          }))}
          empty={
            <EmptyState
              title="Aucun instantané"
              purpose="Un instantané garde le plan tel qu’il est, pour le montrer au conseil ou le comparer dans six mois. Un audit en prend un à son début et un à sa validation."
              needed="un nom, et de préférence une raison."
            />
          }
        />
      </PageSection>
      {snapshots.length > 0 && (
        <PageSection title="Comparer">
          <CompareForm collectivity={id} snapshots={snapshots} before={snapshots.at(1)?.id ?? snapshots[0]?.id} />
        </PageSection>
      )}
    </>
  );
}
