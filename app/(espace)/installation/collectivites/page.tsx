import type { Metadata, Route } from "next";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import type { TableColumn } from "@/lib/format/table-cells";
import { requireInstance } from "@/lib/server/authorize-instance";
import { listCollectivities } from "@/lib/services/instance/list-collectivities";
import { CollectivityNameForm } from "./collectivity-name-form";

export const metadata: Metadata = { title: "Collectivités" };

const COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Collectivité", kind: "text" },
  { key: "admins", label: "Administrateurs", kind: "number" },
  { key: "members", label: "Membres", kind: "number" },
  { key: "operations", label: "Opérations", kind: "number" },
  { key: "created", label: "Créée le", kind: "instantMs" },
];

export default async function CollectivitiesPage() {
  const { id } = await requireInstance();
  const collectivities = await listCollectivities(id);
  return (
    <>
      <PageHeader
        title="Collectivités"
        breadcrumb={[{ label: "Installation", href: "/installation" as Route }]}
        lead="Chaque collectivité a ses membres, ses opérations et son plan climat ; aucune ne voit rien d’une autre."
      />
      <DataTable
        caption="Collectivités de l’installation"
        columns={COLUMNS}
        rows={collectivities.map(
          ({ id: collectivityId, name, adminCount, memberCount, operationCount, createdAt }) => ({
            id: collectivityId,
            href: `/installation/collectivites/${collectivityId}` as Route,
            cells: {
              name,
              admins: adminCount,
              members: memberCount,
              operations: operationCount,
              created: createdAt.getTime(),
            },
          }),
        )}
        fileName="collectivites"
        empty={
          <EmptyState
            title="Aucune collectivité"
            purpose="Une collectivité rassemble des opérations, les personnes qui les suivent et un plan climat."
            needed="son nom, puis l’adresse de son premier administrateur."
          />
        }
      />
      <PageSection title="Nouvelle collectivité">
        <CollectivityNameForm />
      </PageSection>
    </>
  );
}
